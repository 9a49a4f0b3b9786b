package dev.durahook.receiver.ingest;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.http.Exchange;
import dev.durahook.receiver.source.Source;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Turns a request into a delivery, or says what of its outside is not accepted. Believes and parses nothing. */
final class DeliveryReader {

    private DeliveryReader() {}

    /** The request without its body, which is not read before the rest was found acceptable. */
    static Delivery readOutside(Exchange exchange, Source source) throws DeliveryProblem {
        List<String> methods = source.handshakes().methods();
        if (!methods.contains(exchange.sent().getMethod())) {
            throw DeliveryProblem.method(methods);
        }
        ContentEncodings.check(exchange.sent());
        Headers headers = HeaderReader.read(exchange.request());
        return new Delivery(url(exchange.request()), headers, new byte[0]);
    }

    /** Refuses what is neither a handshake nor of the kind that the source delivers. */
    static void checkKind(HttpServletRequest request, Source source) throws DeliveryProblem {
        if (!"POST".equals(request.getMethod())) {
            throw DeliveryProblem.method(source.handshakes().methods());
        }
        if (!source.acceptsMediaType(request.getContentType())) {
            throw new DeliveryProblem(Problem.MEDIA_TYPE_NOT_ACCEPTED, "it is not among the source's media-types");
        }
    }

    private static String url(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURL().toString() : request.getRequestURL() + "?" + query;
    }
}
