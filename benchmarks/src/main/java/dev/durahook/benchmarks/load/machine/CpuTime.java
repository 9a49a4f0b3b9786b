package dev.durahook.benchmarks.load.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Reads CPU time in milliseconds from {@code /proc}; see proc(5). Without {@code /proc} it is not a number. */
public final class CpuTime {

    // Linux counts in hundredths of a second on every architecture that Temporal runs on.
    private static final double MILLIS_A_TICK = 10;

    private CpuTime() {}

    /** What all processors together have worked since the machine's start: everything but idle, iowait and guests. */
    public static double machine() {
        String[] fields = firstLine(Path.of("/proc/stat")).split(" +");
        return ticks(fields, 1, 2, 3, 6, 7, 8);
    }

    /** What a process has worked since its start, with its children that have ended; 0 if it has ended. */
    public static double process(long pid) {
        String line = firstLine(Path.of("/proc/" + pid + "/stat"));
        // The second field is the name, in brackets, and may hold spaces.
        String[] fields = line.substring(line.lastIndexOf(')') + 1).trim().split(" ");
        return line.isEmpty() ? 0 : ticks(fields, 11, 12, 13, 14);
    }

    private static double ticks(String[] fields, int... places) {
        return fields.length < 9
                ? Double.NaN
                : IntStream.of(places)
                                .mapToLong(place -> Long.parseLong(fields[place]))
                                .sum()
                        * MILLIS_A_TICK;
    }

    private static String firstLine(Path file) {
        try {
            return Files.readAllLines(file).get(0);
        } catch (IOException gone) {
            return "";
        }
    }
}
