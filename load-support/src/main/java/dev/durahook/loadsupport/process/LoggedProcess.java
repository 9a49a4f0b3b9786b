package dev.durahook.loadsupport.process;

import dev.durahook.loadsupport.time.Pause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process that this program has started. Its output is in a file, and it is killed when the program ends. */
public final class LoggedProcess implements AutoCloseable {

    /** The line that a process of our own prints as soon as it is ready. */
    public static final String READY = "ready";

    private static final Duration START = Duration.ofMinutes(10);
    private static final Duration END = Duration.ofSeconds(40);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Process process;
    private final Path log;

    private LoggedProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /**
     * Starts a command.
     *
     * @param log the file for the output
     * @throws UncheckedIOException if the command can't be started
     */
    public static LoggedProcess start(List<String> command, Path log) {
        try {
            return new LoggedProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException("could not start " + command.get(0), e);
        }
    }

    /** The process's ID. */
    public long id() {
        return process.pid();
    }

    /**
     * Waits until the process is ready.
     *
     * @throws IllegalStateException if the process ends before it is ready, or is not ready in time; the message names
     *     the log
     */
    public LoggedProcess awaitReady(BooleanSupplier isReady) {
        long end = System.nanoTime() + START.toNanos();
        while (!isReady.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IllegalStateException("a process did not become ready; its output is in " + log);
            }
            Pause.of(PAUSE);
        }
        return this;
    }

    /**
     * Waits until the process has printed {@link #READY}.
     *
     * @throws IllegalStateException as {@link #awaitReady} does
     */
    public LoggedProcess awaitReadyLine() {
        return awaitReady(this::hasReadyLine);
    }

    private boolean hasReadyLine() {
        try {
            return Files.readString(log).lines().anyMatch(READY::equals);
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
