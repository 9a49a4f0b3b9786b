package dev.durahook.benchmarks.load.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads files of {@code /proc}, in which Linux describes the machine and its processes; see proc(5). */
final class ProcFile {

    private static final Path ROOT = Path.of("/proc");

    private ProcFile() {}

    /** The lines of a file; none if the process has ended, or if the system has no {@code /proc}. */
    static List<String> lines(String file) {
        try {
            return Files.readAllLines(ROOT.resolve(file));
        } catch (IOException missing) {
            return List.of();
        }
    }

    /** The first line of a file; empty if there is none. */
    static String firstLine(String file) {
        return lines(file).stream().findFirst().orElse("");
    }
}
