package dev.durahook.receiver.ingest;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.http.exchange.Exchange;
import dev.durahook.receiver.ingest.outcome.DeliveryProblem;
import dev.durahook.receiver.ingest.outcome.Problem;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.text.Labels;
import dev.durahook.receiver.verification.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a request's URL and headers, and refuses origins, methods, content encodings and media types that the source
 * does not accept. Runs before verification, so nothing is parsed here.
 */
final class DeliveryReader {

    /**
     * Most characters of all header names and values together. The receiver's default limit for Tomcat allows no more,
     * but an application may raise that limit.
     */
    private static final int MOST_CHARACTERS = 32 * 1024;

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

    private DeliveryReader() {}

    /**
     * The URL and headers of the request, with an empty body. The body is read only if no problem is thrown.
     *
     * @throws DeliveryProblem if the source does not accept the request's origin, method or content encoding, or the
     *     headers are too large
     */
    static Delivery readHeaders(Exchange exchange, Source source) throws DeliveryProblem {
        checkOrigin(exchange.request(), source);
        checkMethod(exchange.sent(), source);
        checkEncoding(exchange.sent());
        Headers headers = headers(exchange.request());
        return new Delivery(url(exchange.request()), headers, new byte[0]);
    }

    /**
     * Checks the method and the media type of a request that is not a handshake.
     *
     * @throws DeliveryProblem if the method is not POST, or the source does not accept the media type
     */
    static void checkKind(HttpServletRequest request, Source source) throws DeliveryProblem {
        if (!"POST".equals(request.getMethod())) {
            throw DeliveryProblem.method(source.handshakes().methods());
        }
        if (!source.acceptsMediaType(request.getContentType())) {
            throw new DeliveryProblem(
                    Problem.MEDIA_TYPE_NOT_ACCEPTED, "the media type is not one of the source's media-types");
        }
    }

    private static void checkOrigin(HttpServletRequest request, Source source) throws DeliveryProblem {
        if (source.loopbackOnly() && !Origin.isThisMachine(request)) {
            throw new DeliveryProblem(
                    Problem.NOT_VERIFIED,
                    Labels.of(Rejection.NOT_LOOPBACK),
                    "a source without a signature accepts deliveries from this machine only, and not through a proxy or"
                            + " from another machine's page in a browser");
        }
    }

    private static void checkMethod(HttpServletRequest sent, Source source) throws DeliveryProblem {
        List<String> methods = source.handshakes().methods();
        if (!methods.contains(sent.getMethod())) {
            throw DeliveryProblem.method(methods);
        }
    }

    // The signature covers the encoded or the decoded bytes, depending on the sender, and a small compressed body may
    // unpack to a huge one. Only registered encodings are refused: some senders put nothing, or a character set,
    // into this header.
    private static void checkEncoding(HttpServletRequest sent) throws DeliveryProblem {
        boolean coded = Collections.list(sent.getHeaders("Content-Encoding")).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .anyMatch(CODINGS::contains);
        if (coded) {
            throw new DeliveryProblem(Problem.CONTENT_ENCODING_NOT_ACCEPTED, null);
        }
    }

    private static String url(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURL().toString() : request.getRequestURL() + "?" + query;
    }

    private static Headers headers(HttpServletRequest request) throws DeliveryProblem {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        long characters = 0;
        for (String name : Collections.list(request.getHeaderNames())) {
            List<String> values = Collections.list(request.getHeaders(name));
            for (String value : values) {
                characters += name.length() + value.length();
            }
            headers.put(name, values);
        }
        if (characters > MOST_CHARACTERS) {
            throw new DeliveryProblem(Problem.HEADERS_TOO_LARGE, "the limit is " + MOST_CHARACTERS + " characters");
        }
        return Headers.of(headers);
    }
}
