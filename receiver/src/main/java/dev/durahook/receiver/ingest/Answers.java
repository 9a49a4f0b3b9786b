package dev.durahook.receiver.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.receiver.handshake.HandshakeResult.Answered;
import dev.durahook.receiver.handshake.HandshakeResult.Echo;
import dev.durahook.receiver.handshake.Reply;
import dev.durahook.receiver.ingest.outcome.DeliveryOutcome.Stored;
import dev.durahook.receiver.ingest.outcome.DeliveryProblem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Writes the HTTP response to a sender: stored events, an answered handshake, or a problem. */
final class Answers {

    /** Value of {@code Retry-After}, in seconds. */
    private static final String RETRY_AFTER = "5";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    /**
     * Answers a delivery whose events are stored.
     *
     * @param demanded the response that the provider requires instead of Durahook's own
     */
    static void send(HttpServletResponse response, Stored stored, Optional<Reply> demanded) throws IOException {
        int usual = stored.isNew() ? HttpServletResponse.SC_ACCEPTED : HttpServletResponse.SC_OK;
        int status = demanded.map(Reply::status).orElse(usual);
        demanded.ifPresent(reply -> reply.headers().forEach(response::setHeader));
        String body = demanded.map(Reply::body).orElse(null);
        if (body == null) {
            write(response, status, "application/json", stored.toAnswer());
        } else {
            write(response, status, demanded.get().mediaType(), bytes(body));
        }
    }

    static void send(HttpServletResponse response, Answered handshake) throws IOException {
        Echo echo = handshake.echo();
        if (echo != null) {
            response.setHeader(echo.header(), echo.value());
        }
        // The reply repeats text that a stranger sent, so browsers must not render it as a page.
        response.setHeader("X-Content-Type-Options", "nosniff");
        Reply reply = handshake.reply();
        reply.headers().forEach(response::setHeader);
        write(response, reply.status(), reply.mediaType(), bytes(Objects.requireNonNullElse(reply.body(), "")));
    }

    static void send(HttpServletResponse response, DeliveryProblem problem) throws IOException {
        headersFor(problem).forEach(response::setHeader);
        Map<String, Object> answer = problem.problem().toAnswer(problem.getMessage());
        write(response, problem.problem().status(), "application/problem+json", answer);
    }

    private static Map<String, String> headersFor(DeliveryProblem problem) {
        return switch (problem.problem()) {
            case UNDECIDED, NOT_CONFIRMED, NOT_STORED, BODY_TOO_SLOW, RECEIVER_FULL, RECEIVER_FAILED ->
                Map.of("Retry-After", RETRY_AFTER);
            case METHOD_NOT_ALLOWED -> Map.of("Allow", String.join(", ", problem.methods()));
            case CONTENT_ENCODING_NOT_ACCEPTED -> Map.of("Accept-Encoding", "identity");
            case MALFORMED_EVENT,
                    MALFORMED_HANDSHAKE,
                    UNREADABLE_BODY,
                    NOT_VERIFIED,
                    UNKNOWN_SOURCE,
                    BODY_TOO_LARGE,
                    TOO_MANY_EVENTS,
                    HEADERS_TOO_LARGE,
                    MEDIA_TYPE_NOT_ACCEPTED -> Map.of();
        };
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static void write(HttpServletResponse response, int status, String mediaType, Object answer)
            throws IOException {
        write(response, status, mediaType, JSON.writeValueAsBytes(answer));
    }

    private static void write(HttpServletResponse response, int status, String mediaType, byte[] body)
            throws IOException {
        response.setStatus(status);
        if (body.length > 0) {
            response.setContentType(mediaType);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
