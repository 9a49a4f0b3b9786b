package dev.durahook.worker.destination.http;

import dev.durahook.testsupport.fault.DaemonThread;
import dev.durahook.testsupport.fault.PortListener;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads whole requests, and answers each with bytes that a test writes. */
final class RawServer implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private final PortListener listener;
    private final Answer answer;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    /** Writes to the client, which may close the connection in the middle. */
    @FunctionalInterface
    interface Answer {
        void write(Socket client, OutputStream out) throws IOException, InterruptedException;
    }

    private RawServer(ServerSocket socket, Answer answer) {
        this.answer = answer;
        this.listener = PortListener.on(socket, this::accepted);
    }

    static RawServer answering(Answer answer) {
        try {
            return on(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RawServer on(ServerSocket socket, Answer answer) {
        return new RawServer(socket, answer);
    }

    static RawServer answering(String text) {
        return answering((client, out) -> out.write(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    String url() {
        return "http://127.0.0.1:" + listener.port() + "/events";
    }

    int connections() {
        return connections.get();
    }

    /** How many connections the server has closed. */
    int ended() {
        return ended.get();
    }

    int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        listener.close();
    }

    private void accepted(Socket client) {
        connections.incrementAndGet();
        DaemonThread.run("raw-server", () -> serve(client));
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            while (readRequest(in)) {
                requests.incrementAndGet();
                answer.write(client, client.getOutputStream());
                client.getOutputStream().flush();
            }
        } catch (IOException | InterruptedException gone) {
            // The client has closed the connection.
        }
        ended.incrementAndGet();
    }

    private static boolean readRequest(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            head.write(next);
        }
        Matcher length = LENGTH.matcher(head.toString(StandardCharsets.ISO_8859_1));
        in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        return true;
    }
}
