package dev.durahook.combined;

import dev.durahook.combined.handlers.HeldWork;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.FreePort;
import dev.durahook.testsupport.http.NewConnection;
import dev.durahook.testsupport.process.JavaProcess;
import dev.durahook.testsupport.process.JavaProcessBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** An application in a process of its own, with a source {@code webhook} for the tests' events. */
final class CombinedProcess implements AutoCloseable {

    private static final String LIVENESS = "/actuator/health/liveness";
    private static final String READINESS = "/actuator/health/readiness";
    private static final List<String> SOURCE = List.of(
            "durahook.sources.webhook.scheme=none",
            "durahook.sources.webhook.type.pointer=/event",
            "durahook.sources.webhook.id.pointer=/id");

    private final int port = FreePort.next();
    private final int management = FreePort.next();
    private final Path folder;
    private final JavaProcess process;

    /**
     * Starts the combined application with {@link HeldWork}.
     *
     * @param temporal the address of Temporal
     * @param folder the folder of the files by which {@link HeldWork} and the tests talk to each other
     * @param properties further configuration, each as {@code key=value}
     */
    static CombinedProcess start(String temporal, Path folder, String... properties) {
        return new CombinedProcess(
                JavaProcess.of(CombinedApplication.class).option("-D" + HeldWork.FOLDER + "=" + folder),
                temporal,
                folder,
                Stream.concat(
                        Stream.of("spring.main.sources=" + HeldWork.class.getPackageName()), Stream.of(properties)));
    }

    CombinedProcess(JavaProcessBuilder builder, String temporal, Path folder, Stream<String> properties) {
        this.folder = folder;
        this.process = builder.environment("TEMPORAL_ADDRESS", temporal)
                // A Temporal on a busy machine may take long. Tests that expect a 503 set a time-out of their own.
                .environment("DURAHOOK_ACCEPTANCE_TIMEOUT", "30s")
                .environment("SERVER_PORT", String.valueOf(port))
                .environment("MANAGEMENT_SERVER_PORT", String.valueOf(management))
                .arguments(Stream.concat(SOURCE.stream(), properties)
                        .map(property -> "--" + property)
                        .toArray(String[]::new))
                .start();
    }

    /** Waits until the process is ready. */
    CombinedProcess ready() {
        Await.until("the process is ready", () -> status(READINESS) == 200);
        return this;
    }

    /** Waits until the process is alive. */
    CombinedProcess alive() {
        Await.until("the process is alive", this::isAlive);
        return this;
    }

    /** Whether the management port answers that the process is alive. */
    boolean isAlive() {
        return status(LIVENESS) == 200;
    }

    /** Posts an event and returns the status of the answer. */
    int post(String type, String id) throws IOException {
        return post("webhook", type, id);
    }

    /** Posts an event of another source. */
    int post(String source, String type, String id) throws IOException {
        return NewConnection.postJson(port, "/webhooks/" + source, body(type, id));
    }

    /** The body of an event. */
    static String body(String type, String id) {
        return "{\"event\":\"" + type + "\",\"id\":\"" + id + "\"}";
    }

    /** The status of the management port's answer; 0 if there is no answer. */
    int status(String path) {
        try {
            return NewConnection.open(management, path).getResponseCode();
        } catch (IOException notNow) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the process ended: " + process.output());
            }
            return 0;
        }
    }

    /** The body of the management port's answer. */
    String get(String path) throws IOException {
        HttpURLConnection connection = NewConnection.open(management, path);
        var content = connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream();
        return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The page of metrics for Prometheus. */
    String metrics() {
        try {
            return get("/actuator/prometheus");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until this process holds the first task of an event. */
    void awaitHeld(String id) {
        process.awaitLine(HeldWork.HOLDING + "webhook:" + id + "\\b");
    }

    /** Lets the held work end, in all processes that use this folder. */
    static void release(Path folder) throws IOException {
        Files.createFile(folder.resolve(HeldWork.RELEASE));
    }

    /** The IDs of the events whose work has ended. An event whose work ended twice has two entries. */
    List<String> done() {
        Path done = folder.resolve(HeldWork.DONE);
        try {
            return Files.exists(done) ? Files.readAllLines(done) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    JavaProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
