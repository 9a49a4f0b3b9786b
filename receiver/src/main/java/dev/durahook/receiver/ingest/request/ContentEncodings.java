package dev.durahook.receiver.ingest.request;

import dev.durahook.receiver.ingest.outcome.DeliveryProblem;
import dev.durahook.receiver.ingest.outcome.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Refuses bodies with a content encoding: the signature covers the encoded or the decoded bytes, depending on the
 * sender, and a small compressed body may unpack to a huge one.
 *
 * <p>Only registered encodings are refused. Some senders put nothing, or a character set, in this header.
 */
final class ContentEncodings {

    /**
     * The <a href="https://www.iana.org/assignments/http-parameters/#content-coding">registered</a> content codings,
     * except {@code identity}.
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
