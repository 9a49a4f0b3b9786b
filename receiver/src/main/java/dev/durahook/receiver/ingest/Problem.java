package dev.durahook.receiver.ingest;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * What a sender can be told that went wrong, as problems of <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC
 * 9457</a>. The type is stable; neither it nor the detail tells which part of a verification failed.
 */
enum Problem {
    MALFORMED_EVENT(HttpStatus.BAD_REQUEST, "The delivery is genuine, but can't be an event"),
    UNREADABLE_BODY(HttpStatus.BAD_REQUEST, "The body ended before it was complete"),
    NOT_VERIFIED(HttpStatus.UNAUTHORIZED, "The delivery could not be verified"),
    UNKNOWN_SOURCE(HttpStatus.NOT_FOUND, "No source of this name is declared"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Events are sent with POST"),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than this source may send"),
    MEDIA_TYPE_NOT_ACCEPTED(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "This source may not send this media type"),
    CONTENT_ENCODING_NOT_ACCEPTED(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send the body without a content encoding"),
    NOT_STORED(HttpStatus.SERVICE_UNAVAILABLE, "The event could not be stored; deliver it again");

    private final HttpStatus status;
    private final String title;

    Problem(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    HttpStatus status() {
        return status;
    }

    /** The stable type, such as {@code urn:durahook:problem:not-verified}. */
    URI type() {
        return URI.create("urn:durahook:problem:" + label());
    }

    /** Its name in metrics. */
    String label() {
        return Labels.of(this);
    }

    ProblemDetail toProblemDetail(@Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(type());
        problem.setTitle(title);
        problem.setDetail(isOpen() ? detail : null);
        return problem;
    }

    // Which check failed helps whoever tries to pass it, and what Temporal said is the operator's business.
    private boolean isOpen() {
        return this != NOT_VERIFIED && this != UNKNOWN_SOURCE && this != NOT_STORED;
    }
}
