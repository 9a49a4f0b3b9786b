package dev.durahook.standalone.monitoring;

import com.sun.net.httpserver.HttpServer;
import dev.durahook.signing.Deliveries;
import dev.durahook.standalone.StandaloneApplication;
import dev.durahook.standalone.monitoring.handlers.Broken;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.FreePort;
import dev.durahook.testsupport.process.JavaProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Receiver and worker in one process, with a destination that accepts everything and a destination that can't be
 * reached.
 */
final class MonitoredApplication implements AutoCloseable {

    private static final String SECRET = "sesame-sesame-sesame-sesame";

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port = FreePort.next();
    private final HttpServer destination;
    private final AtomicInteger requests = new AtomicInteger();
    private final JavaProcess process;

    /** Starts the application and waits until it is ready. */
    MonitoredApplication(String temporal, Path folder) throws IOException {
        destination = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        destination.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        destination.start();
        process = JavaProcess.of(StandaloneApplication.class)
                .environment("TEMPORAL_ADDRESS", temporal)
                .arguments(
                        "--server.port=" + port,
                        "--spring.main.sources=" + Broken.class.getPackageName(),
                        "--durahook.standalone.data-directory=" + folder,
                        "--durahook.sources.github.secrets=" + SECRET,
                        "--durahook.sources.webhook.id.pointer=/id",
                        "--durahook.sources.idle.scheme=none",
                        "--durahook.sources.idle.id.pointer=/id",
                        "--durahook.sources.idle.task-queue=nobody",
                        "--durahook.policies.twice.initial-interval=1s",
                        "--durahook.policies.twice.maximum-attempts=2",
                        "--durahook.destinations.up.url=http://127.0.0.1:"
                                + destination.getAddress().getPort(),
                        "--durahook.destinations.up.signature=none",
                        "--durahook.destinations.down.url=http://127.0.0.1:1",
                        "--durahook.destinations.down.signature=none",
                        "--durahook.routes.both.event-types=webhook.deliver",
                        "--durahook.routes.both.destinations=up,down")
                .start();
        Await.until("the application is ready", this::isReady);
    }

    /** The number of requests that the destination has got. */
    int requests() {
        return requests.get();
    }

    /** The path of the metrics. */
    String target() {
        return "127.0.0.1:" + port;
    }

    /** Posts an event of a type, whose id is its type, and returns the answer's status. */
    int post(String type) {
        return post(type, type);
    }

    /** Posts an event of a type with this id, and returns the answer's status. */
    int post(String type, String id) {
        return send(HttpRequest.newBuilder(uri("/webhook"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"event\":\"" + type + "\",\"id\":\"" + id + "\"}")));
    }

    /** Posts an event of GitHub, signed with the right secret or with a wrong one. */
    int postSigned(boolean right) {
        return send(Deliveries.of("github")
                .withType("push")
                .to("http://" + target() + "/webhooks/github")
                .signedWith(right ? SECRET : SECRET + SECRET)
                .toRequest());
    }

    /** Posts an event without a signature, whether the source is declared or not. */
    int postTo(String source) {
        return send(HttpRequest.newBuilder(uri("/webhooks/" + source)).POST(BodyPublishers.ofString("{}")));
    }

    /** Asks for a path that no source has. */
    int askFor(String path) {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("it ended: " + process.output());
        }
        try {
            return send(HttpRequest.newBuilder(uri("/actuator/health/readiness"))) == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private int send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Await.PATIENCE).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://" + target() + path);
    }

    @Override
    public void close() {
        process.close();
        destination.stop(0);
    }
}
