package dev.durahook.standalone.webui;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * The destination of events, which is down until a test switches it on. Its answers to GitHub's events contain hostile
 * text.
 */
final class Destination implements AutoCloseable {

    static final String HOSTILE = "`</code><script>alert(1)</script><img src=x onerror=alert(2)>`"
            + " **bold** [click](https://evil.example/answer) https://evil.example/plain {workflowId}";

    private final HttpServer server;
    private volatile boolean up;

    Destination() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            boolean isGithubs = "github".equals(exchange.getRequestHeaders().getFirst("Durahook-Source"));
            byte[] answer = (isGithubs ? HOSTILE : "closed for maintenance").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(up ? 200 : 503, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
    }

    void up() {
        up = true;
    }

    void down() {
        up = false;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
