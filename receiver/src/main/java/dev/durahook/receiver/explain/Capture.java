package dev.durahook.receiver.explain;

import dev.durahook.connection.secret.FileText;
import dev.durahook.connection.secret.InvisibleCharacter;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A captured request.
 *
 * @param method the HTTP method
 * @param delivery URL, headers and body
 * @param notes oddities of the capture
 */
record Capture(String method, Delivery delivery, List<String> notes) {

    private static final String CURL = "> ";

    /**
     * Parses an HTTP/1.1 request: a request line, headers, an empty line and the body. Lines may end with a line feed
     * alone, and the head may have curl's prefix {@code >}.
     *
     * @throws InvalidCaptureException if it can't be parsed
     */
    static Capture of(byte[] captured) {
        byte[] raw = withoutMark(captured);
        int bodyStart = bodyStart(raw);
        List<String> head = new String(raw, 0, bodyStart, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.startsWith("* ")
                        && !line.isBlank()
                        && !line.strip().equals(">"))
                .map(line -> line.startsWith(CURL) ? line.substring(CURL.length()) : line)
                .toList();
        String[] request = head.isEmpty() ? new String[0] : head.get(0).split(" ");
        if (request.length != 3 || !request[2].startsWith("HTTP/")) {
            throw new InvalidCaptureException(
                    "the capture has no request line: begin it with one such as POST /webhooks/shop HTTP/1.1");
        }
        Headers headers = headers(head.subList(1, head.size()));
        List<String> notes = new ArrayList<>();
        noteInvisible(Arrays.copyOf(raw, bodyStart), notes);
        byte[] body = body(Arrays.copyOfRange(raw, bodyStart, raw.length), headers, notes);
        return new Capture(request[0], new Delivery(url(request[1], headers), headers, body), List.copyOf(notes));
    }

    // Editors write a byte order mark. If an editor converted the capture to UTF-16, the body has changed.
    private static byte[] withoutMark(byte[] captured) {
        if (FileText.isUtf16(captured)) {
            throw new InvalidCaptureException(
                    "the capture is in UTF-16, so its body differs from the bytes that were sent:"
                            + " capture it again as bytes and not as text");
        }
        return FileText.withoutMark(captured);
    }

    private static void noteInvisible(byte[] head, List<String> notes) {
        InvisibleCharacter.inLines(new String(head, StandardCharsets.UTF_8))
                .filter(character -> character.codePoint() != '\uFFFD')
                .ifPresent(character -> notes.add("the head of the capture contains " + character
                        + ": check whether it was sent, or added by copying"));
    }

    private static int bodyStart(byte[] raw) {
        int lineStart = 0;
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '\n') {
                String line = new String(raw, lineStart, i - lineStart, StandardCharsets.ISO_8859_1).strip();
                if (lineStart > 0 && (line.isEmpty() || line.equals(">"))) {
                    return i + 1;
                }
                lineStart = i + 1;
            }
        }
        return raw.length;
    }

    private static Headers headers(List<String> lines) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new InvalidCaptureException(
                        "the capture has a line among its headers that is not a header: put an empty"
                                + " line before the body");
            }
            String value = line.substring(colon + 1).strip();
            headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .add(value);
        }
        return Headers.of(headers);
    }

    private static byte[] body(byte[] captured, Headers headers, List<String> notes) {
        if (headers.single("Transfer-Encoding").isPresent()) {
            notes.add("the request was sent in chunks: the body of the capture must be without their sizes");
        }
        if (headers.single("Content-Encoding").isPresent()) {
            notes.add("the request has a content encoding: the receiver answers 415 without verifying it");
        }
        Integer announced = announced(headers).orElse(null);
        if (announced == null || announced == captured.length) {
            return captured;
        }
        notes.add("the capture has " + captured.length + " bytes after the headers, Content-Length says " + announced);
        return announced < captured.length ? Arrays.copyOf(captured, announced) : captured;
    }

    private static Optional<Integer> announced(Headers headers) {
        return headers.single("Content-Length")
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf);
    }

    private static String url(String target, Headers headers) {
        String host = headers.single("Host").orElse("localhost");
        return target.startsWith("/") ? "http://" + host + target : target;
    }
}
