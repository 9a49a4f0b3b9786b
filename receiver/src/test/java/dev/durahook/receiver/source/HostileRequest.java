package dev.durahook.receiver.source;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads bytes as a request to a source of any scheme. The first line names the scheme. Then follows a line for each
 * header that the scheme reads; the line is empty if the header was not sent, and has tabs between several values. The
 * rest is the body. Every sequence of bytes is a valid request, so that a fuzzer loses no time.
 */
public final class HostileRequest {

    private final byte[] bytes;
    private int position;

    /** The request that these bytes describe. */
    public HostileRequest(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The next line. */
    public String line() {
        int end = position;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        String line = new String(bytes, position, end - position, StandardCharsets.UTF_8);
        position = Math.min(end + 1, bytes.length);
        return line;
    }

    /** The rest of the bytes, as a request to a source that reads these headers. */
    public Delivery delivery(List<String> headers) {
        Map<String, List<String>> sent = new HashMap<>();
        for (String header : headers) {
            String line = line();
            if (!line.isEmpty()) {
                sent.put(header, List.of(line.split("\t", -1)));
            }
        }
        byte[] body = Arrays.copyOfRange(bytes, position, bytes.length);
        return new Delivery("http://localhost/webhooks/shop", Headers.of(sent), body);
    }
}
