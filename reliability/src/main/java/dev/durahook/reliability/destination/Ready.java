package dev.durahook.reliability.destination;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The line that a destination's process prints as soon as it takes events. */
public final class Ready {

    static final String LINE = "the destination is ready";

    private Ready() {}

    /** Whether the output in this file has the line. */
    public static boolean isIn(Path log) {
        try {
            return Files.readString(log).contains(LINE);
        } catch (IOException notYet) {
            return false;
        }
    }
}
