package dev.durahook.reliability.destination;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.durahook.benchmarks.load.effect.EffectLog;
import dev.durahook.reliability.record.BodyHash;
import dev.durahook.reliability.record.SeenEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/**
 * An HTTP destination that notes each event before it answers.
 *
 * @param seen the file for the events
 */
record UrlDestination(EffectLog seen) {

    /** Serves on a port of this machine until the process ends. */
    void serve(int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/", this::take);
            server.setExecutor(Executors.newCachedThreadPool());
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException("can't serve on port " + port, e);
        }
    }

    // An event counts only if its whole body has arrived. The header contains the event's ID.
    private void take(HttpExchange request) throws IOException {
        try (request) {
            String body = BodyHash.of(request.getRequestBody().readAllBytes());
            String id = request.getRequestHeaders().getFirst("Idempotency-Key");
            seen.note(new SeenEvent(id, body).toString());
            request.sendResponseHeaders(204, -1);
        }
    }
}
