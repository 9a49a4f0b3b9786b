package dev.durahook.benchmarks.load.mode;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.durahook.benchmarks.load.effect.EffectLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP destination that, instead of a handler, notes the moment of each event before it answers. */
public final class EffectDestination implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final EffectLog effects;

    private EffectDestination(HttpServer server, EffectLog effects) {
        this.server = server;
        this.effects = effects;
    }

    /** Starts the destination on a port of this machine. */
    public static EffectDestination start(int port, EffectLog effects) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            EffectDestination destination = new EffectDestination(server, effects);
            server.createContext("/", destination::take);
            server.setExecutor(destination.threads);
            server.start();
            return destination;
        } catch (IOException e) {
            throw new UncheckedIOException("can't serve on port " + port, e);
        }
    }

    /** The configuration with which a worker sends every event to this destination. */
    Map<String, String> properties(String name) {
        String declared = "durahook.destinations." + name;
        return Map.of(
                declared + ".url",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/",
                declared + ".signature",
                "none",
                "durahook.routes.all.event-types",
                "github.*",
                "durahook.routes.all.destinations",
                name);
    }

    private void take(HttpExchange request) throws IOException {
        try (request) {
            // An event counts only if its whole body has arrived. The header contains the event's ID.
            request.getRequestBody().readAllBytes();
            effects.note(request.getRequestHeaders().getFirst("Idempotency-Key"));
            request.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
