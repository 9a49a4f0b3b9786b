package dev.durahook.standalone.devserver;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process of a development server. */
final class DevServerProcess implements AutoCloseable {

    // The server needs three seconds for an orderly end.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final String REMEDY =
            "Repair the program, or remove it from PATH, or set TEMPORAL_ADDRESS to a Temporal that is running.";

    private static final Logger LOG = LoggerFactory.getLogger(DevServerProcess.class);

    private final Process process;
    private final Duration patience;

    private DevServerProcess(Process process, Duration patience) {
        this.process = process;
        this.patience = patience;
    }

    /**
     * Starts the command.
     *
     * @param log the file for the server's output
     */
    static DevServerProcess start(List<String> command, Path log) {
        return start(command, log, PATIENCE);
    }

    /**
     * Starts the command.
     *
     * @param patience how long the server may take for an orderly end
     */
    static DevServerProcess start(List<String> command, Path log, Duration patience) {
        try {
            return new DevServerProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    patience);
        } catch (IOException e) {
            throw unstartable(e);
        }
    }

    private static InvalidConfigurationException unstartable(IOException failure) {
        return failure.getCause() instanceof FileNotFoundException unwritable
                ? new InvalidConfigurationException(
                        "The development server's log can't be written: " + unwritable.getMessage(),
                        "Remove the file, or make it a file that this user may write to.",
                        failure)
                : new InvalidConfigurationException(
                        "The development server can't be started: " + failure.getMessage(), REMEDY, failure);
    }

    long id() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Asks the server to end, waits for its end, and kills it if it takes too long. Then this method waits again,
     * because a killed server has closed its database only when it has ended.
     */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!endsWithin(patience)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!endsWithin(PATIENCE)) {
            LOG.warn("The development server (process {}) was killed, but has not ended", id());
        }
    }

    private boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
