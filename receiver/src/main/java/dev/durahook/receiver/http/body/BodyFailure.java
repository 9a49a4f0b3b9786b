package dev.durahook.receiver.http.body;

import java.io.IOException;
import java.net.SocketTimeoutException;

/** Why a body could not be read. */
public enum BodyFailure {
    /** The body is larger than the limit. */
    TOO_LARGE,
    /** The body did not arrive in time, or arrived more slowly than the minimum rate. */
    TOO_SLOW,
    /** The body ended early, or its chunks are malformed. */
    INCOMPLETE,
    /** The bodies of other requests fill the budget. */
    NO_ROOM,
    /** Java has no memory left, although the budget has room. */
    NO_MEMORY,
    /** The server failed while it read the body, by no fault of the sender. */
    SERVER_FAILED;

    /** The failure that an exception of the server's input stream stands for. */
    static BodyFailure of(Throwable failure) {
        if (!(failure instanceof IOException)) {
            return failure instanceof OutOfMemoryError ? NO_MEMORY : SERVER_FAILED;
        }
        boolean late =
                failure instanceof SocketTimeoutException || failure.getCause() instanceof SocketTimeoutException;
        return late ? TOO_SLOW : INCOMPLETE;
    }
}
