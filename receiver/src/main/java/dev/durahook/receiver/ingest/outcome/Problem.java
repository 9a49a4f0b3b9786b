package dev.durahook.receiver.ingest.outcome;

import dev.durahook.receiver.text.Labels;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reasons for refusing a request, sent as problems of <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC
 * 9457</a>. The {@code type} is stable. Neither the type nor the detail tells the sender which part of a verification
 * failed.
 */
public enum Problem {
    MALFORMED_EVENT(400, "The delivery is verified, but is not a valid event"),
    MALFORMED_HANDSHAKE(400, "The handshake does not have the form that its provider documents"),
    UNREADABLE_BODY(400, "The body ended early or is malformed"),
    NOT_VERIFIED(401, "The delivery could not be verified"),
    UNKNOWN_SOURCE(404, "No source of this name is declared"),
    METHOD_NOT_ALLOWED(405, "Events are sent with POST"),
    BODY_TOO_LARGE(413, "The body is larger than this source accepts"),
    TOO_MANY_EVENTS(413, "The delivery contains more events than this source accepts at once"),
    MEDIA_TYPE_NOT_ACCEPTED(415, "This source does not accept this media type"),
    CONTENT_ENCODING_NOT_ACCEPTED(415, "Send the body without a content encoding"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    BODY_TOO_SLOW(503, "The body did not arrive in time; deliver it again"),
    RECEIVER_FULL(503, "The receiver is busy; deliver it again"),
    RECEIVER_FAILED(503, "The receiver failed; deliver it again"),
    NOT_CONFIRMED(503, "The handshake could not be confirmed; send it again"),
    UNDECIDED(503, "The delivery can't be verified right now; deliver it again"),
    NOT_STORED(503, "The event could not be stored; deliver it again");

    private final int status;
    private final String title;

    Problem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The name of the problem in metrics and at the end of its {@code type}. */
    public String label() {
        return Labels.of(this);
    }

    /** The fields of the response's body, with a {@code type} such as {@code urn:durahook:problem:not-verified}. */
    public Map<String, Object> toAnswer(@Nullable String detail) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("type", "urn:durahook:problem:" + label());
        answer.put("title", title);
        answer.put("status", status);
        if (detail != null && isOpen()) {
            answer.put("detail", detail);
        }
        return answer;
    }

    /**
     * Whether a request that was never verified can cause this problem. Such a problem is logged as information and not
     * as a warning, so that strangers can't fill the log with warnings.
     */
    public boolean canUnverifiedSendersCause() {
        return switch (this) {
            case UNREADABLE_BODY,
                    MALFORMED_HANDSHAKE,
                    NOT_VERIFIED,
                    UNKNOWN_SOURCE,
                    METHOD_NOT_ALLOWED,
                    BODY_TOO_LARGE,
                    MEDIA_TYPE_NOT_ACCEPTED,
                    CONTENT_ENCODING_NOT_ACCEPTED,
                    HEADERS_TOO_LARGE,
                    BODY_TOO_SLOW,
                    RECEIVER_FULL -> true;
            case MALFORMED_EVENT, TOO_MANY_EVENTS, UNDECIDED, NOT_CONFIRMED, NOT_STORED, RECEIVER_FAILED -> false;
        };
    }

    // Which check failed would help an attacker, and Temporal's messages are meant for the operator.
    private boolean isOpen() {
        return this != NOT_VERIFIED
                && this != UNKNOWN_SOURCE
                && this != UNDECIDED
                && this != NOT_STORED
                && this != RECEIVER_FAILED;
    }
}
