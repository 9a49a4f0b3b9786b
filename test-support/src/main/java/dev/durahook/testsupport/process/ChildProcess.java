package dev.durahook.testsupport.process;

import dev.durahook.testsupport.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process that a test has started. Its output is kept in a file, and the process is killed when the test's JVM ends.
 */
public final class ChildProcess {

    // How long a process may take to end by itself.
    private static final Duration END = Duration.ofSeconds(15);

    private final Process process;
    private final Path log;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /**
     * Starts a command.
     *
     * @param environment variables that are added to this process's own
     * @throws UncheckedIOException if the command can't be started
     */
    public static ChildProcess start(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return start(builder);
    }

    /**
     * Runs a command to its end. Its output must not be that of the test's own process, over which the test's JVM talks to
     * Maven.
     *
     * @param environment variables that are added to this process's own
     * @throws AssertionError with the command's output if it fails or takes longer than {@link Await#PATIENCE}
     * @throws UncheckedIOException if the command can't be started
     */
    public static void run(List<String> command, Map<String, String> environment) {
        ChildProcess process = start(command, environment);
        boolean hasEnded = process.awaitEnd();
        process.kill();
        if (!hasEnded || process.exitCode() != 0) {
            throw new AssertionError(command + (hasEnded ? " failed: " : " did not end: ") + process.output());
        }
    }

    static ChildProcess start(ProcessBuilder builder) {
        try {
            Path log = Files.createTempFile("durahook-test-", ".log");
            log.toFile().deleteOnExit();
            return new ChildProcess(
                    builder.redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "could not start " + builder.command().get(0), e);
        }
    }

    long id() {
        return process.pid();
    }

    /** Whether the process has not ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * The exit code.
     *
     * @throws IllegalThreadStateException if the process has not ended
     */
    public int exitCode() {
        return process.exitValue();
    }

    /** All that the process has printed so far, on both streams. */
    public String output() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a signal to the process. */
    public void signal(ProcessSignal signal) {
        signal.sendTo(process.pid());
    }

    /** Sends SIGKILL and waits for the end of the process. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Sends SIGTERM, and SIGKILL if the process does not end in time. */
    public void end() {
        process.destroy();
        if (!awaitEnd(END)) {
            kill();
        }
    }

    void terminate() {
        process.destroy();
    }

    boolean awaitEnd() {
        return awaitEnd(Await.PATIENCE);
    }

    private boolean awaitEnd(Duration timeout) {
        try {
            return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
