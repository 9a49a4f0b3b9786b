package dev.durahook.reliability.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A shell command of the operator's.
 *
 * @param text the command
 */
record ShellCommand(String text) {

    /**
     * Runs the command to its end.
     *
     * @return what it printed
     * @throws IllegalStateException if its exit code is not 0
     */
    String run() {
        try {
            Process process = new ProcessBuilder("sh", "-c", text)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("the command ended with " + process.exitValue() + ": " + text);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException("could not run " + text, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + text, e);
        }
    }

    /** Runs the command, which must print the ID of a process. */
    long runForId() {
        return Long.parseLong(run());
    }
}
