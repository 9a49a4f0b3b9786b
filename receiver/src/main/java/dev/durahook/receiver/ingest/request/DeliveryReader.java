package dev.durahook.receiver.ingest.request;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.http.exchange.Exchange;
import dev.durahook.receiver.ingest.outcome.DeliveryProblem;
import dev.durahook.receiver.ingest.outcome.Problem;
import dev.durahook.receiver.source.Source;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * Reads a request's URL and headers, and refuses methods, content encodings and media types that the source does not
 * accept. Runs before verification, so nothing is parsed here.
 */
public final class DeliveryReader {

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
        Headers headers = HeaderReader.read(exchange.request());
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
}
