package dev.durahook.receiver.http;

import java.util.Locale;
import java.util.Map;

/**
 * What is wrong with a request that no source is asked about, as a problem of <a
 * href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>. Types and labels are stable.
 */
public enum ServerProblem {
    BAD_REQUEST(400, "The request is not of HTTP's form, or names no valid host"),
    NOTHING_HERE(404, "Nothing is here; deliveries go to /webhooks/ and the name of a source"),
    METHOD_NOT_ALLOWED(405, "This method can't be used here"),
    NOT_ACCEPTABLE(406, "Nothing of the kind that is asked for is here"),
    HEADERS_TOO_SLOW(408, "The headers did not come in time"),
    EXPECTATION_FAILED(417, "No other expectation than 100-continue can be met"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    NOT_IMPLEMENTED(501, "This method or transfer encoding is not known here"),
    SERVER_FAILED(503, "The server has failed; try again"),
    SERVER_STOPPING(503, "The server is stopping; try again"),
    VERSION_NOT_SUPPORTED(505, "Use HTTP/1.1");

    private final int status;
    private final String title;

    ServerProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The one that a status of the server's stands for. */
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

    /** Its name in metrics and at the end of its type. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The headers that its answer has beside those of every answer. */
    public Map<String, String> headers() {
        return status == 503 ? Map.of("Retry-After", "5") : Map.of();
    }

    /** The answer's body, in JSON. */
    public String toJson() {
        return "{\"type\":\"urn:durahook:problem:%s\",\"title\":\"%s\",\"status\":%d}"
                .formatted(label(), title, status);
    }
}
