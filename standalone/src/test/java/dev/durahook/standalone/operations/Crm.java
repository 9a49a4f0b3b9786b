package dev.durahook.standalone.operations;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;

/** A destination that can be switched off, and that does nothing twice under the same key. */
final class Crm implements AutoCloseable {

    private final HttpServer server;
    private final List<String> deliveries = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean down;

    Crm() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            if (!down) {
                deliveries.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            }
            exchange.sendResponseHeaders(down ? 503 : 204, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    void down() {
        down = true;
    }

    void up() {
        down = false;
    }

    /** How often an event was accepted. */
    long deliveries(String eventId) {
        return List.copyOf(deliveries).stream().filter(eventId::equals).count();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
