package dev.durahook.receiver.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Refuses bodies that are coded: a decoded body is not the one that was signed, and a small one may unpack to a giant.
 *
 * <p>Only codings that exist are refused. Some senders write nothing in this header, or a character set.
 */
final class ContentEncodings {

    /**
     * Those that are <a href="https://www.iana.org/assignments/http-parameters/#content-coding">registered</a>, without
     * {@code identity}.
     */
    private static final Set<String> CODINGS = Set.of(
            "aes128gcm",
            "br",
            "compress",
            "dcb",
            "dcz",
            "deflate",
            "exi",
            "gzip",
            "pack200-gzip",
            "x-compress",
            "x-gzip",
            "zstd");

    private ContentEncodings() {}

    static void check(HttpServletRequest request) throws DeliveryProblem {
        boolean coded = Collections.list(request.getHeaders("Content-Encoding")).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .anyMatch(CODINGS::contains);
        if (coded) {
            throw new DeliveryProblem(Problem.CONTENT_ENCODING_NOT_ACCEPTED, null);
        }
    }
}
