package dev.durahook.receiver.http;

import java.io.IOException;
import java.net.SocketTimeoutException;

/** Why there is no body. */
public enum BodyFailure {
    /** It is larger than the limit. */
    TOO_LARGE,
    /** It did not come in time, or at less than the least rate. */
    TOO_SLOW,
    /** It ended before it was complete, or is no chunk of HTTP's form. */
    INCOMPLETE,
    /** As many bytes as the receiver takes at a time are held already. */
    NO_ROOM;

    /** What it means that a body could not be read. */
    static BodyFailure of(Throwable failure) {
        boolean late = failure instanceof SocketTimeoutException
                || (failure instanceof IOException && failure.getCause() instanceof SocketTimeoutException);
        return late ? TOO_SLOW : INCOMPLETE;
    }
}
