package dev.durahook.receiver.keys.https;

import java.io.IOException;

/** A response whose status is not 200. Each provider's loader decides what the status means. */
public final class RefusedFetchException extends IOException {

    private final int status;
    private final transient byte[] body;

    /** A response with this status and an empty body. */
    public RefusedFetchException(int status) {
        this(status, new byte[0]);
    }

    /**
     * A response with this status and body.
     *
     * @param body the bytes read
     */
    public RefusedFetchException(int status, byte[] body) {
        super("the answer is " + status);
        this.status = status;
        this.body = body.clone();
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The body of the response. */
    public byte[] body() {
        return body.clone();
    }
}
