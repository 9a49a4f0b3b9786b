package dev.durahook.standalone.endtoend;

import dev.durahook.standalone.StandaloneApplication;
import dev.durahook.standalone.endtoend.handlers.SlowEffect;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.FreePort;
import dev.durahook.testsupport.http.NewConnection;
import dev.durahook.testsupport.process.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The standalone application in a process of its own, with the handlers of these tests. */
public final class Installation implements AutoCloseable {

    private final int port = FreePort.next();
    private final Path effects;
    private final JavaProcess process;

    /**
     * Starts the application and waits until it accepts events.
     *
     * @param temporal the address of Temporal
     * @param folder the folder of the data and of the file of effects
     * @param properties further configuration, each as {@code key=value}
     */
    public Installation(String temporal, Path folder, String... properties) {
        effects = folder.resolve("effects");
        process = JavaProcess.of(StandaloneApplication.class)
                .environment("TEMPORAL_ADDRESS", temporal)
                .option("-D" + SlowEffect.FILE + "=" + effects)
                .arguments(Stream.concat(
                                Stream.of(
                                        "server.port=" + port,
                                        "durahook.standalone.data-directory=" + folder,
                                        "durahook.sources.webhook.id.pointer=/id",
                                        "spring.main.sources=" + SlowEffect.class.getPackageName()),
                                Stream.of(properties))
                        .map(property -> "--" + property)
                        .toArray(String[]::new))
                .start();
        Await.until("the application accepts events", this::isReady);
    }

    /** Posts an event that takes effect, on a connection of its own, and returns the answer's status. */
    public int post(String id) throws IOException {
        return post("effect", id);
    }

    /** Posts an event of a type on a connection of its own and returns the answer's status. */
    int post(String type, String id) throws IOException {
        return NewConnection.postJson(port, "/webhook", "{\"event\":\"" + type + "\",\"id\":\"" + id + "\"}");
    }

    /** The URL of a source. */
    public String url(String source) {
        return "http://localhost:" + port + "/webhooks/" + source;
    }

    /** The event IDs for which the effect was made, one entry for each time. */
    List<String> effects() {
        try {
            return Files.exists(effects) ? Files.readAllLines(effects) : List.of();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends SIGTERM. */
    void terminate() {
        process.terminate();
    }

    /** Waits until the process has ended. */
    void awaitEnd() {
        process.awaitEnd();
    }

    private boolean isReady() {
        try {
            return NewConnection.open(port, "/actuator/health/readiness").getResponseCode() == 200;
        } catch (IOException notYet) {
            if (!process.isAlive()) {
                throw new IllegalStateException("it ended: " + process.output());
            }
            return false;
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
