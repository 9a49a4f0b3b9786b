package dev.durahook.standalone.temporal;

import dev.durahook.standalone.StandaloneApplication;
import dev.durahook.standalone.devserver.Detachment;
import dev.durahook.standalone.devserver.Executables;
import dev.durahook.testsupport.process.JavaProcess;
import dev.durahook.testsupport.process.JavaProcessBuilder;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The application as a person runs it: a JVM in a process group of its own, as a terminal gives it. Each wait ends
 * after a minute.
 */
final class StandaloneProcess implements AutoCloseable {

    private final JavaProcess process;

    private StandaloneProcess(JavaProcess process) {
        this.process = process;
    }

    /**
     * Starts the application.
     *
     * @param path the value of {@code PATH}
     * @param options options of the JVM
     * @param arguments arguments of the application
     */
    static StandaloneProcess start(String path, List<String> options, String... arguments) {
        JavaProcessBuilder builder = JavaProcess.of(StandaloneApplication.class)
                .prefix(new Detachment(Executables.onPath(System.getenv())).prefix())
                .withoutEnvironment("TEMPORAL_")
                .withoutEnvironment("GITHUB_")
                .environment("PATH", path)
                .arguments(arguments);
        options.forEach(builder::option);
        return new StandaloneProcess(builder.start());
    }

    StandaloneProcess awaitReady() {
        return awaitOutput("Durahook is ready.");
    }

    StandaloneProcess awaitOutput(String text) {
        process.awaitLine(Pattern.quote(text));
        return this;
    }

    String output() {
        return process.output();
    }

    /**
     * Does what Ctrl-C does: sends a signal to every process of the group. The signal is SIGTERM, because a build in
     * the background ignores SIGINT, and so do its children.
     */
    void endGroup() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-TERM", "--", "-" + process.id()).start().waitFor();
    }

    /** SIGTERM. */
    void terminate() {
        process.terminate();
    }

    void kill() {
        process.kill();
        awaitEnd();
    }

    int awaitEnd() {
        return process.awaitEnd();
    }

    /** Ends the application in order, so that it ends the processes that it started. */
    @Override
    public void close() {
        terminate();
        awaitEnd();
    }
}
