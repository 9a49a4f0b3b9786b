package dev.durahook.receiver.http.refusal;

import dev.durahook.receiver.text.Labels;
import java.util.Map;

/**
 * The reasons for refusing a request before its source is known, sent as problems of <a
 * href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>. Types and labels are stable.
 */
public enum ServerProblem {
    BAD_REQUEST(400, "The request is not valid HTTP, or has no valid Host header"),
    NOTHING_HERE(404, "Not found; deliveries are sent to /webhooks/ followed by the name of a source"),
    METHOD_NOT_ALLOWED(405, "This method can't be used here"),
    NOT_ACCEPTABLE(406, "No media type of the Accept header is available here"),
    EXPECTATION_FAILED(417, "The only supported expectation is 100-continue"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    NOT_IMPLEMENTED(501, "This method or transfer encoding is not supported"),
    HEADERS_TOO_SLOW(503, "The headers did not arrive in time; try again"),
    SERVER_FAILED(503, "The server failed; try again"),
    SERVER_STOPPING(503, "The server is stopping; try again"),
    VERSION_NOT_SUPPORTED(505, "Use HTTP/1.1");

    private final int status;
    private final String title;

    ServerProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The problem for an HTTP status that the server chose. */
    public static ServerProblem of(int status) {
        return switch (status) {
            case 404 -> NOTHING_HERE;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 417 -> EXPECTATION_FAILED;
            case 431 -> HEADERS_TOO_LARGE;
            case 501 -> NOT_IMPLEMENTED;
            case 503 -> SERVER_STOPPING;
            case 505 -> VERSION_NOT_SUPPORTED;
            default -> status < 500 ? BAD_REQUEST : SERVER_FAILED;
        };
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The name of the problem in metrics and at the end of its {@code type}. */
    String label() {
        return Labels.of(this);
    }

    /** Additional headers of the response. */
    public Map<String, String> headers() {
        return status == 503 ? Map.of("Retry-After", "5") : Map.of();
    }

    /** The body of the response, in JSON. */
    public String toJson() {
        return "{\"type\":\"urn:durahook:problem:%s\",\"title\":\"%s\",\"status\":%s}"
                .formatted(label(), title, status);
    }
}
