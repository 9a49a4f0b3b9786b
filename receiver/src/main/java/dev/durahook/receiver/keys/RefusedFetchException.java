package dev.durahook.receiver.keys;

import java.io.IOException;

/** An answer of another status than 200. What it means is known to those who know the provider. */
public final class RefusedFetchException extends IOException {

    private final int status;
    private final transient byte[] body;

    /** An answer of this status, and with nothing in it. */
    public RefusedFetchException(int status) {
        this(status, new byte[0]);
    }

    /**
     * An answer of this status.
     *
     * @param body what was read of it
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

    /** What the provider says of it. */
    public byte[] body() {
        return body.clone();
    }
}
