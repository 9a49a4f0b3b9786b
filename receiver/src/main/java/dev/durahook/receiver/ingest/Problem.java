package dev.durahook.receiver.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sender can be told that went wrong, as problems of <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC
 * 9457</a>. The type is stable; neither it nor the detail tells which part of a verification failed.
 */
enum Problem {
    MALFORMED_EVENT(400, "The delivery is genuine, but can't be an event"),
    MALFORMED_HANDSHAKE(400, "The handshake is not of the form that its provider sends"),
    UNREADABLE_BODY(400, "The body ended before it was complete"),
    NOT_VERIFIED(401, "The delivery could not be verified"),
    UNKNOWN_SOURCE(404, "No source of this name is declared"),
    METHOD_NOT_ALLOWED(405, "Events are sent with POST"),
    BODY_TOO_SLOW(408, "The body did not come in time"),
    BODY_TOO_LARGE(413, "The body is larger than this source may send"),
    TOO_MANY_EVENTS(413, "The delivery carries more events than are taken at once"),
    MEDIA_TYPE_NOT_ACCEPTED(415, "This source may not send this media type"),
    CONTENT_ENCODING_NOT_ACCEPTED(415, "Send the body without a content encoding"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    RECEIVER_FULL(503, "The receiver has as much to do as it takes at a time; deliver it again"),
    RECEIVER_FAILED(503, "The receiver has failed; deliver it again"),
    NOT_CONFIRMED(503, "The handshake could not be confirmed; ask again"),
    UNDECIDED(503, "The delivery can't be verified for now; deliver it again"),
    NOT_STORED(503, "The event could not be stored; deliver it again");

    private final int status;
    private final String title;

    Problem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status. */
    int status() {
        return status;
    }

    /** Its name in metrics and at the end of its type. */
    String label() {
        return Labels.of(this);
    }

    /** What the sender reads, with a type such as {@code urn:durahook:problem:not-verified}. */
    Map<String, Object> toAnswer(@Nullable String detail) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("type", "urn:durahook:problem:" + label());
        answer.put("title", title);
        answer.put("status", status);
        if (detail != null && isOpen()) {
            answer.put("detail", detail);
        }
        return answer;
    }

    /** Whether anybody can cause it, so that strangers would fill the log with it. The counter tells how often it happens. */
    boolean isAnybodys() {
        return switch (this) {
            case UNREADABLE_BODY,
                    MALFORMED_HANDSHAKE,
                    NOT_VERIFIED,
                    UNKNOWN_SOURCE,
                    METHOD_NOT_ALLOWED,
                    BODY_TOO_SLOW,
                    BODY_TOO_LARGE,
                    MEDIA_TYPE_NOT_ACCEPTED,
                    CONTENT_ENCODING_NOT_ACCEPTED,
                    HEADERS_TOO_LARGE,
                    RECEIVER_FULL -> true;
            case MALFORMED_EVENT, TOO_MANY_EVENTS, UNDECIDED, NOT_CONFIRMED, NOT_STORED, RECEIVER_FAILED -> false;
        };
    }

    // Which check failed helps whoever tries to pass it, and what Temporal said is the operator's business.
    private boolean isOpen() {
        return this != NOT_VERIFIED
                && this != UNKNOWN_SOURCE
                && this != UNDECIDED
                && this != NOT_STORED
                && this != RECEIVER_FAILED;
    }
}
