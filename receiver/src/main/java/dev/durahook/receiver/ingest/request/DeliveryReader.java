package dev.durahook.receiver.ingest.request;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.http.exchange.Exchange;
import dev.durahook.receiver.ingest.outcome.DeliveryProblem;
import dev.durahook.receiver.ingest.outcome.Problem;
import dev.durahook.receiver.source.Source;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a request's URL and headers, and refuses methods, content encodings and media types that the source does not
 * accept. Runs before verification, so nothing is parsed here.
 */
public final class DeliveryReader {

    /**
     * Most characters of all header names and values together. The receiver's default limit for Tomcat allows no more,
     * but an application may raise that limit.
     */
    private static final int MOST_CHARACTERS = 32 * 1024;

    private DeliveryReader() {}

    /**
     * The URL and headers of the request, with an empty body. The body is read only if no problem is thrown.
     *
     * @throws DeliveryProblem if the source does not accept the method or the content encoding, or the headers are too
     *     large
     */
    public static Delivery readHeaders(Exchange exchange, Source source) throws DeliveryProblem {
        List<String> methods = source.handshakes().methods();
        if (!methods.contains(exchange.sent().getMethod())) {
            throw DeliveryProblem.method(methods);
        }
        ContentEncodings.check(exchange.sent());
        Headers headers = headers(exchange.request());
        return new Delivery(url(exchange.request()), headers, new byte[0]);
    }

    /**
     * Checks the method and the media type of a request that is not a handshake.
     *
     * @throws DeliveryProblem if the method is not POST, or the source does not accept the media type
     */
    public static void checkKind(HttpServletRequest request, Source source) throws DeliveryProblem {
        if (!"POST".equals(request.getMethod())) {
            throw DeliveryProblem.method(source.handshakes().methods());
        }
        if (!source.acceptsMediaType(request.getContentType())) {
            throw new DeliveryProblem(
                    Problem.MEDIA_TYPE_NOT_ACCEPTED, "the media type is not one of the source's media-types");
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
