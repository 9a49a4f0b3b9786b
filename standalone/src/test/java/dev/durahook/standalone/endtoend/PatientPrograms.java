package dev.durahook.standalone.endtoend;

import dev.durahook.standalone.temporal.TestExecutables;
import dev.durahook.testsupport.program.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The Temporal CLI and curl as commands and scripts call them, but with minutes for an answer. As they are called, they
 * give up after seconds, for which a server on a busy machine may stand still.
 */
public final class PatientPrograms {

    private PatientPrograms() {}

    /** Writes both into a new folder, and returns a value for {@code PATH} that begins with this folder. */
    public static String pathIn(Path parent) {
        try {
            Path folder = Files.createTempDirectory(parent, "patient-");
            // By default the CLI waits five seconds for its connection.
            write(folder, "temporal", "--client-connect-timeout 5m \"$@\"");
            // The last of several limits holds.
            write(folder, "curl", "\"$@\" --max-time 300");
            return folder + ":" + System.getenv("PATH");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, String name, String arguments) throws IOException {
        Path program = Programs.find(name).orElseThrow(() -> new IllegalStateException(name + " is not on PATH"));
        TestExecutables.create(folder.resolve(name), "#!/bin/sh\nexec '" + program + "' " + arguments + "\n");
    }
}
