package dev.durahook.receiver.ingest.request;

import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.ingest.outcome.DeliveryProblem;
import dev.durahook.receiver.ingest.outcome.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the headers of a request. */
final class HeaderReader {

    /**
     * Most characters of all header names and values together. The receiver's default limit for Tomcat allows no more,
     * but an application may raise that limit.
     */
    static final int LIMIT = 32 * 1024;

    private HeaderReader() {}

    /**
     * All headers of the request.
     *
     * @throws DeliveryProblem if names and values together have more than {@value #LIMIT} characters
     */
    static Headers read(HttpServletRequest request) throws DeliveryProblem {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name, Collections.list(request.getHeaders(name)));
        }
        if (size(headers) > LIMIT) {
            throw new DeliveryProblem(Problem.HEADERS_TOO_LARGE, "the limit is " + LIMIT + " characters");
        }
        return Headers.of(headers);
    }

    private static long size(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .mapToLong(header -> header.getValue().stream()
                        .mapToLong(value -> header.getKey().length() + value.length())
                        .sum())
                .sum();
    }
}
