package dev.durahook.standalone.devserver;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The process of a development server. */
final class DevServerProcess implements AutoCloseable {

    // The server needs three seconds for an orderly end.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final String REMEDY =
            "Repair the program, or remove it from PATH, or set TEMPORAL_ADDRESS to a Temporal that is running.";

    private final Process process;

    private DevServerProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts the command.
     *
     * @param log the file for the server's output
     */
    static DevServerProcess start(List<String> command, Path log) {
        try {
            return new DevServerProcess(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start());
        } catch (IOException e) {
            throw new InvalidConfigurationException(
                    "The development server can't be started: " + e.getMessage(), REMEDY, e);
        }
    }

    long id() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks the server to end, waits for its end, and kills it if it takes too long. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
