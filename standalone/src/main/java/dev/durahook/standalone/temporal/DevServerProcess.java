package dev.durahook.standalone.temporal;

import dev.durahook.standalone.failure.StartFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A development server's process. */
final class DevServerProcess implements AutoCloseable {

    // It needs three seconds for an orderly end.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final String REMEDY =
            "Mend the program or take it off PATH; or set TEMPORAL_ADDRESS to a Temporal that is running.";

    private final Process process;

    private DevServerProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts the command.
     *
     * @param log takes what it writes
     */
    static DevServerProcess start(List<String> command, Path log) {
        try {
            return new DevServerProcess(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start());
        } catch (IOException e) {
            throw new StartFailedException("The development server can't be started: " + e.getMessage(), REMEDY, e);
        }
    }

    long id() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end and waits until it has. */
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
