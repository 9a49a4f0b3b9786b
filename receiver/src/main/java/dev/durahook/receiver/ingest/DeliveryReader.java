package dev.durahook.receiver.ingest;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.source.Source;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** Turns a request into a delivery, or says what of its outside is not accepted. Believes and parses nothing. */
final class DeliveryReader {

    private DeliveryReader() {}

    static Delivery read(HttpServletRequest request, Source source) throws DeliveryProblem {
        List<String> methods = source.handshakes().methods();
        if (!methods.contains(request.getMethod())) {
            throw DeliveryProblem.method(methods);
        }
        return read(request, source.maxBodySize());
    }

    /** Reads a request of any method. */
    static Delivery read(HttpServletRequest request, DataSize limit) throws DeliveryProblem {
        refuseContentEncoding(request);
        Headers headers = HeaderReader.read(request);
        return new Delivery(url(request), headers, BodyReader.read(request, limit));
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

    // A decoded body is not the one that was signed, and a small one may unpack to a giant.
    private static void refuseContentEncoding(HttpServletRequest request) throws DeliveryProblem {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new DeliveryProblem(Problem.CONTENT_ENCODING_NOT_ACCEPTED, null);
        }
    }

    private static String url(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURL().toString() : request.getRequestURL() + "?" + query;
    }
}
