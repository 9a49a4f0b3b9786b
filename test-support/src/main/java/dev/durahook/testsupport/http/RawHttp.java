package dev.durahook.testsupport.http;

import dev.durahook.testsupport.Await;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A plain connection over which a test sends requests that no HTTP client would send. The server may answer and close the
 * connection before everything is sent: sending is no failure then, and the answer can be read. Reading waits for five
 * minutes at most.
 */
public final class RawHttp implements AutoCloseable {

    private final Socket socket;

    /** Connects to a port of this machine. */
    public RawHttp(int port) throws IOException {
        this(new Socket(), port);
    }

    private RawHttp(Socket socket, int port) throws IOException {
        this.socket = socket;
        socket.setSoTimeout((int) Await.PATIENCE.toMillis());
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** Connects with the smallest receive buffer, so that answers that are not read soon fill the server's buffer. */
    public static RawHttp withSmallBuffer(int port) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1);
        return new RawHttp(socket, port);
    }

    /**
     * Sends a request and reads the whole answer. Each line feed becomes CRLF. The request should ask the server to
     * close the connection.
     */
    public static RawAnswer ask(int port, String request) {
        try (RawHttp http = new RawHttp(port)) {
            return http.send(request).answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a text, in which each line feed becomes CRLF. */
    public RawHttp send(String text) throws IOException {
        return send(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * Sends a head, in which each line feed becomes CRLF, and a body in one piece. A body that begins in the packet of
     * the head is not late, however busy the machine is.
     */
    public RawHttp send(String head, byte[] body) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return send(request.toByteArray());
    }

    /** Sends bytes unchanged. */
    public RawHttp send(byte[] bytes) throws IOException {
        isSent(bytes);
        return this;
    }

    /**
     * Sends chunks of 1 kB until the server closes the connection, up to a maximum. Returns how many were sent.
     */
    public int sendChunks(int maximum) throws IOException {
        byte[] chunk = ("400\r\n" + "x".repeat(1024) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        for (int sent = 0; sent < maximum; sent++) {
            if (!isSent(chunk)) {
                return sent;
            }
        }
        return maximum;
    }

    /** Ends the request: nothing more will be sent. */
    public RawHttp end() throws IOException {
        try {
            socket.shutdownOutput();
        } catch (SocketException closed) {
            // The server has closed the connection.
        }
        return this;
    }

    /** Reads the answer's headers and returns the status code; 0 if the connection was closed without an answer. */
    public int status() throws IOException {
        return head().status();
    }

    /** Reads the answer up to the end of its headers. */
    public RawAnswer head() throws IOException {
        return RawAnswer.of(read("\r\n\r\n"));
    }

    /** Reads everything that the server sends until it closes the connection. */
    public RawAnswer answer() throws IOException {
        return RawAnswer.of(read(null));
    }

    /** Reads and discards a number of bytes of the body. */
    public void skip(int bytes) throws IOException {
        socket.getInputStream().readNBytes(bytes);
    }

    private boolean isSent(byte[] bytes) throws IOException {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
            return true;
        } catch (SocketException closed) {
            return false;
        }
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
            // The text that came before the reset is still returned.
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
