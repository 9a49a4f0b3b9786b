package dev.durahook.standalone.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.standalone.StandaloneApplication;
import dev.durahook.standalone.devserver.Detachment;
import dev.durahook.standalone.devserver.Executables;
import dev.durahook.testsupport.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The application as a person runs it: a JVM in a process group of its own, as a terminal gives it. Each wait ends
 * after a minute.
 */
final class StandaloneProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;

    private StandaloneProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts the application.
     *
     * @param path the value of {@code PATH}
     * @param output the file for the output
     * @param options options of the JVM
     * @param arguments arguments of the application
     */
    static StandaloneProcess start(String path, Path output, List<String> options, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(new Detachment(Executables.onPath(System.getenv())).prefix());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(StandaloneApplication.class.getName());
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("TEMPORAL_") || name.startsWith("GITHUB_"));
        builder.environment().put("PATH", path);
        return new StandaloneProcess(builder.start(), output);
    }

    StandaloneProcess awaitReady() {
        return awaitOutput("Durahook is ready.");
    }

    StandaloneProcess awaitOutput(String text) {
        try {
            Await.until("it prints \"" + text + "\"", PATIENCE, () -> output().contains(text) || !process.isAlive());
        } finally {
            assertThat(output()).contains(text);
        }
        return this;
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Does what Ctrl-C does: sends a signal to every process of the group. The signal is SIGTERM, because a build in
     * the background ignores SIGINT, and so do its children.
     */
    void endGroup() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-TERM", "--", "-" + process.pid()).start().waitFor();
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    int awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("It does not end:\n" + output());
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return process.exitValue();
    }

    /** Ends the application in order, so that it ends the processes that it started. */
    @Override
    public void close() {
        terminate();
        awaitEnd();
    }
}
