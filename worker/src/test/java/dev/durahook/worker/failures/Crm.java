package dev.durahook.worker.failures;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A destination that refuses the first requests for each event, as many as a test says, and keeps what it is sent. */
final class Crm implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, List<String>> bodies = new ConcurrentHashMap<>();
    private volatile int refusals;

    Crm() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            List<String> sent = bodies.computeIfAbsent(key, first -> new CopyOnWriteArrayList<>());
            sent.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(sent.size() <= refusals ? 503 : 204, -1);
            exchange.close();
        });
        server.start();
    }

    /** Refuses the first requests for each event that is sent from now on. */
    void refuse(int first) {
        refusals = first;
    }

    /** The bodies that were sent for an event. */
    List<String> bodies(String event) {
        return bodies.getOrDefault(event, List.of());
    }

    /** The configuration of a destination that sends to this server. */
    String[] destination(String name) {
        return new String[] {
            "durahook.destinations." + name + ".url=http://127.0.0.1:"
                    + server.getAddress().getPort() + "/",
            "durahook.destinations." + name + ".signature=none",
            "durahook.destinations." + name + ".request-timeout=1m",
            "durahook.destinations." + name + ".total-timeout=1m"
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
