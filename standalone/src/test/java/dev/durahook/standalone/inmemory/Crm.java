package dev.durahook.standalone.inmemory;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A destination whose answers a test defines. */
public final class Crm implements AutoCloseable {

    private final HttpServer server;
    private final List<Long> requests = new CopyOnWriteArrayList<>();
    private volatile int status = 204;
    private volatile @Nullable String retryAfter;

    /** Answers 204 to each request until a test sets another answer. */
    public Crm() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            requests.add(System.nanoTime());
            if (retryAfter != null) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    /** The URL of the destination. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
    }

    /** Sets the answer to every further request. */
    public void answers(int newStatus, @Nullable String newRetryAfter) {
        retryAfter = newRetryAfter;
        status = newStatus;
        requests.clear();
    }

    /** The time between the first two requests since then. */
    Duration firstWait() {
        return Duration.ofNanos(requests.get(1) - requests.get(0));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
