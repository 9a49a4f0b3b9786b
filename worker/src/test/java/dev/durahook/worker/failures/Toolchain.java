package dev.durahook.worker.failures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Runs the programs that make the examples in other languages ready. */
record Toolchain(Path folder) {

    // A busy machine takes many times the minute in which `go build` compiles. The build ends a test after 20 minutes.
    private static final int LONGEST_SECONDS = 1_100;

    /** Whether a command can be started, and ends with success. */
    boolean run(String... command) throws InterruptedException {
        return run(ProcessBuilder.Redirect.DISCARD, command);
    }

    /**
     * Builds an example.
     *
     * @throws AssertionError with the output if the command fails
     */
    void build(String... command) throws InterruptedException {
        Path log = Path.of("target", "build-" + folder.getFileName() + ".log");
        if (!run(ProcessBuilder.Redirect.to(log.toFile()), command)) {
            throw new AssertionError(String.join(" ", command) + " failed: " + text(log));
        }
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean run(ProcessBuilder.Redirect output, String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
