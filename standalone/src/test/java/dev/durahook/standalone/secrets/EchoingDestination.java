package dev.durahook.standalone.secrets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Refuses every delivery and repeats the request in its answer, as error pages for developers do. */
final class EchoingDestination implements AutoCloseable {

    private final HttpServer server;
    private final StringBuffer bodies = new StringBuffer();

    EchoingDestination() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::echo);
        server.start();
    }

    /** The URL of the destination, with a secret in its path and another in its query. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/" + Canary.DESTINATION_PATH.value()
                + "?token=" + Canary.DESTINATION_QUERY.value();
    }

    /** The bodies of all requests. */
    String bodies() {
        return bodies.toString();
    }

    private void echo(HttpExchange exchange) throws IOException {
        bodies.append(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        // The secret must be at the beginning, because only the beginning of an answer is quoted.
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        byte[] answer = ("no " + exchange.getRequestURI() + " with " + authorization).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(500, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
