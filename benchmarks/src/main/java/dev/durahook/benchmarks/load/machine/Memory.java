package dev.durahook.benchmarks.load.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the memory that a process occupies. */
public final class Memory {

    private Memory() {}

    /** The resident memory in MB; 0 if it is unknown. */
    public static double resident(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }
}
