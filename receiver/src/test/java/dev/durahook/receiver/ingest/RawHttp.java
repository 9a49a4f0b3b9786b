package dev.durahook.receiver.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what no decent HTTP client would. */
final class RawHttp implements AutoCloseable {

    private static final Pattern STATUS = Pattern.compile("HTTP/1.1 (\\d{3})");

    private final Socket socket;

    RawHttp(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(60_000);
    }

    /** Sends text as it is; {@code \n} becomes CRLF. */
    RawHttp send(String text) throws IOException {
        write(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Sends chunks of 1 kB until the server has had enough, at most so many. Returns how many went out. */
    int sendChunks(int maximum) throws IOException {
        byte[] chunk = ("400\r\n" + "x".repeat(1024) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        for (int sent = 0; sent < maximum; sent++) {
            try {
                write(chunk);
            } catch (SocketException closed) {
                return sent;
            }
        }
        return maximum;
    }

    /** No more will be sent. */
    RawHttp end() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** The status of the answer; 0 if the connection was closed without one. */
    int status() throws IOException {
        StringBuilder answer = new StringBuilder();
        try {
            for (int c = socket.getInputStream().read();
                    c >= 0 && c != '\n';
                    c = socket.getInputStream().read()) {
                answer.append((char) c);
            }
        } catch (SocketException reset) {
            return 0;
        }
        Matcher matcher = STATUS.matcher(answer);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private void write(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
