package dev.durahook.receiver.hostile;

import dev.durahook.receiver.Sender;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A row of the suite: bytes that no honest sender sends, and the answers that are right.
 *
 * @param name what is wrong with the bytes
 * @param bytes everything that is sent on one connection
 * @param statuses the statuses that are right; 0 stands for a connection that is closed without an answer
 */
record HostileCase(String name, byte[] bytes, Set<Integer> statuses) {

    /** The beginning of a delivery to a declared source, whose secret the sender does not know. */
    static final String POST = "POST /webhooks/github HTTP/1.1\n";

    static final String HOST = "Host: localhost\n";

    /** The rest of a request with a small body. */
    static final String BODY = "Content-Length: 2\n\n{}";

    /** A genuine delivery. If it is taken for a request of its own, its event is stored, and the suite fails. */
    static final String SMUGGLED = Sender.head("smuggled", "{}".getBytes(StandardCharsets.UTF_8)) + "{}";

    /** A row whose text has a CRLF for each line feed. */
    static HostileCase of(String name, String text, int... statuses) {
        return unchanged(name, text.replace("\n", "\r\n"), statuses);
    }

    /** A row whose text is sent unchanged, one byte for each character. */
    static HostileCase unchanged(String name, String text, int... statuses) {
        return new HostileCase(
                name,
                text.getBytes(StandardCharsets.ISO_8859_1),
                IntStream.of(statuses).boxed().collect(Collectors.toUnmodifiableSet()));
    }

    /** The length of a text on the wire. */
    static int length(String text) {
        return text.replace("\n", "\r\n").length();
    }

    @Override
    public String toString() {
        return name;
    }
}
