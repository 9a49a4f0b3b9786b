package dev.durahook.loadsupport.effect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/** An HTTP destination that notes each event before it answers. */
public final class EffectDestination implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final BiConsumer<String, byte[]> effects;

    private EffectDestination(HttpServer server, BiConsumer<String, byte[]> effects) {
        this.server = server;
        this.effects = effects;
    }

    /**
     * Starts the destination on a port of this machine.
     *
     * @param effects notes the ID and the exact body of an event
     */
    public static EffectDestination start(int port, BiConsumer<String, byte[]> effects) {
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

    /** The address that takes events. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void take(HttpExchange request) throws IOException {
        try (request) {
            // An event counts only if its whole body has arrived. The header contains the event's ID.
            byte[] body = request.getRequestBody().readAllBytes();
            effects.accept(request.getRequestHeaders().getFirst("Idempotency-Key"), body);
            request.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
