package dev.durahook.testsupport.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * An HTTP answer as the bytes of a {@link RawHttp} connection gave it.
 *
 * @param head the status line and the headers; empty if there was no answer, or an answer that is not HTTP
 * @param body everything that came after the headers
 */
public record RawAnswer(String head, String body) {

    /** Reads an answer and all that follows it. */
    public static RawAnswer of(String text) {
        if (!text.startsWith("HTTP/")) {
            return new RawAnswer("", text);
        }
        String[] parts = text.split("\r\n\r\n", 2);
        // An interim answer, such as that to Expect: 100-continue, comes before the answer.
        boolean interim = parts.length == 2 && parts[0].startsWith("HTTP/1.1 1");
        return interim ? of(parts[1]) : new RawAnswer(parts[0], parts.length == 2 ? parts[1] : "");
    }

    /** The status code; 0 if there is no status line. */
    public int status() {
        return head.isEmpty() ? 0 : Integer.parseInt(head.substring(9, 12));
    }

    /** The value of a header; empty if the answer does not have it. */
    public Optional<String> header(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ": ";
        return Arrays.stream(head.split("\r\n", -1))
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .findFirst();
    }
}
