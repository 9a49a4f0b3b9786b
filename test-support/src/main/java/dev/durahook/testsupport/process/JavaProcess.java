package dev.durahook.testsupport.process;

import dev.durahook.testsupport.Await;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An application in a JVM of its own, on the test's class path. A test can kill it without ending itself. */
public final class JavaProcess implements AutoCloseable {

    private final ChildProcess process;

    JavaProcess(ChildProcess process) {
        this.process = process;
    }

    /** Starts to build a process for a main class. */
    public static JavaProcessBuilder of(Class<?> main) {
        return new JavaProcessBuilder(main);
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /**
     * Waits up to {@link Await#PATIENCE} until the output has a match for a regular expression.
     *
     * @return the match, from which a test reads the groups
     * @throws AssertionError if the process ends before, or takes too long; the message holds the whole output
     */
    public Matcher awaitLine(String regex) {
        Pattern pattern = Pattern.compile(regex);
        try {
            return Await.value("a line like " + regex, () -> find(pattern));
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ", but:\n" + output(), e);
        }
    }

    private Optional<Matcher> find(Pattern pattern) {
        boolean alive = process.isAlive();
        Matcher matcher = pattern.matcher(output());
        if (matcher.find()) {
            return Optional.of(matcher);
        }
        if (!alive) {
            throw new AssertionError("the process ended with " + process.exitCode());
        }
        return Optional.empty();
    }

    /** All that the process has printed so far. */
    public String output() {
        return process.output();
    }

    /** The ID of the process. */
    public long id() {
        return process.id();
    }

    /** Whether the process runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Sends SIGKILL and waits until the process has ended. */
    public void kill() {
        process.kill();
    }

    /** Sends SIGTERM and returns at once. */
    public void terminate() {
        process.terminate();
    }

    /**
     * Waits up to {@link Await#PATIENCE} until the process has ended.
     *
     * @return the exit code
     * @throws AssertionError if it takes too long
     */
    public int awaitEnd() {
        if (!process.awaitEnd()) {
            throw new AssertionError("still running after " + Await.PATIENCE.toSeconds() + " s:\n" + output());
        }
        return process.exitCode();
    }

    @Override
    public void close() {
        process.kill();
        process.end();
    }
}
