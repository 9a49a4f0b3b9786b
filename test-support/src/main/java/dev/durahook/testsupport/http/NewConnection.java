package dev.durahook.testsupport.http;

import dev.durahook.testsupport.Await;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Requests to a port of this machine, each on a connection of its own. The server may close a kept connection at the
 * moment at which it is used again, and such a failure would prove nothing.
 */
public final class NewConnection {

    private NewConnection() {}

    /** A request for this path. Reading the answer takes {@link Await#PATIENCE} at most. */
    public static HttpURLConnection open(int port, String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
        connection.setRequestProperty("Connection", "close");
        connection.setReadTimeout((int) Await.PATIENCE.toMillis());
        return connection;
    }

    /**
     * Posts JSON and returns the status of the answer.
     *
     * @param headers names and values of further headers, in turns
     */
    public static int postJson(int port, String path, String json, String... headers) throws IOException {
        HttpURLConnection connection = open(port, path);
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            connection.setRequestProperty(headers[i], headers[i + 1]);
        }
        connection.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
        return connection.getResponseCode();
    }
}
