package dev.durahook.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A connection over which a test says what no decent HTTP client would. It waits for a minute at most. */
public final class RawHttp implements AutoCloseable {

    private final Socket socket;

    /** Connects to this machine. */
    public RawHttp(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(60_000);
    }

    /** What a server answers to a request; {@code \n} becomes CRLF. The request should ask for the connection's end. */
    public static RawAnswer ask(int port, String request) {
        try (RawHttp http = new RawHttp(port)) {
            return http.send(request).answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends text as it is; {@code \n} becomes CRLF. */
    public RawHttp send(String text) throws IOException {
        return send(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends bytes as they are. */
    public RawHttp send(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
        return this;
    }

    /** Sends chunks of 1 kB until the server has had enough, at most so many. Returns how many went out. */
    public int sendChunks(int maximum) throws IOException {
        byte[] chunk = ("400\r\n" + "x".repeat(1024) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        for (int sent = 0; sent < maximum; sent++) {
            try {
                send(chunk);
            } catch (SocketException closed) {
                return sent;
            }
        }
        return maximum;
    }

    /** No more will be sent. */
    public RawHttp end() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** The status of the answer; 0 if the connection was closed without one. */
    public int status() throws IOException {
        return head().status();
    }

    /** The answer as far as its headers go. */
    public RawAnswer head() throws IOException {
        return RawAnswer.of(read("\r\n\r\n"));
    }

    /** All that the server sends until it closes the connection. */
    public RawAnswer answer() throws IOException {
        return RawAnswer.of(read(null));
    }

    /** Reads so many bytes of a body that is of no interest. */
    public void skip(int bytes) throws IOException {
        socket.getInputStream().readNBytes(bytes);
    }

    private String read(@Nullable String end) throws IOException {
        StringBuilder text = new StringBuilder();
        try {
            InputStream in = socket.getInputStream();
            for (int c = in.read(); c >= 0; c = in.read()) {
                text.append((char) c);
                if (end != null && c == '\n' && text.toString().endsWith(end)) {
                    break;
                }
            }
        } catch (SocketException reset) {
            // What came before counts.
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
