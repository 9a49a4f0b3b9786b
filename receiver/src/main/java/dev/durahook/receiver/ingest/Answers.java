package dev.durahook.receiver.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Writes what the sender reads. */
final class Answers {

    /** Seconds until a sender should deliver again. */
    private static final String RETRY_AFTER = "5";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    static void send(HttpServletResponse response, Receipt receipt) throws IOException {
        int status = receipt.isNew() ? HttpServletResponse.SC_ACCEPTED : HttpServletResponse.SC_OK;
        write(response, status, "application/json", receipt.toAnswer());
    }

    static void send(HttpServletResponse response, DeliveryProblem problem) throws IOException {
        headerFor(problem.problem()).forEach(response::setHeader);
        Map<String, Object> answer = problem.problem().toAnswer(problem.getMessage());
        write(response, problem.problem().status(), "application/problem+json", answer);
    }

    private static Map<String, String> headerFor(Problem problem) {
        return switch (problem) {
            case UNDECIDED, NOT_STORED -> Map.of("Retry-After", RETRY_AFTER);
            case METHOD_NOT_ALLOWED -> Map.of("Allow", "POST");
            case CONTENT_ENCODING_NOT_ACCEPTED -> Map.of("Accept-Encoding", "identity");
            case MALFORMED_EVENT,
                    UNREADABLE_BODY,
                    NOT_VERIFIED,
                    UNKNOWN_SOURCE,
                    BODY_TOO_LARGE,
                    HEADERS_TOO_LARGE,
                    MEDIA_TYPE_NOT_ACCEPTED -> Map.of();
        };
    }

    private static void write(HttpServletResponse response, int status, String mediaType, Object answer)
            throws IOException {
        response.setStatus(status);
        response.setContentType(mediaType);
        response.getOutputStream().write(JSON.writeValueAsBytes(answer));
    }
}
