package dev.durahook.loadsupport.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;

/**
 * A shell command of the operator's.
 *
 * @param text the command
 */
public record ShellCommand(String text) {

    /**
     * Runs the command to its end. A server that the command starts may go on writing to the same output.
     *
     * @throws IllegalStateException if its exit code is not 0
     */
    public void run() {
        awaitEnd(start(Redirect.DISCARD));
    }

    /**
     * Runs the command, and returns what it prints, without white space around it.
     *
     * @throws IllegalStateException if its exit code is not 0
     */
    public String printed() {
        Process process = start(Redirect.PIPE);
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            awaitEnd(process);
            return output.trim();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read what is printed by " + text, e);
        }
    }

    private Process start(Redirect output) {
        try {
            return new ProcessBuilder("sh", "-c", text)
                    .redirectError(Redirect.INHERIT)
                    .redirectOutput(output)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("could not run " + text, e);
        }
    }

    private void awaitEnd(Process process) {
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("the command ended with " + process.exitValue() + ": " + text);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + text, e);
        }
    }
}
