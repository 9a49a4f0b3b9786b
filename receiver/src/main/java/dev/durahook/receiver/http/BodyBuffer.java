package dev.durahook.receiver.http;

import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * The bytes of a body as they come. Takes of the budget what it allocates, and allocates what is announced only after a
 * good part of it has come: what a sender announces costs it nothing.
 */
final class BodyBuffer {

    /** Most deliveries are no larger. */
    private static final int FIRST = 2 * 1024;

    private static final int GROWTH = 8;

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final BodyShare share;
    private final long announced;
    private final int limit;
    private byte[] bytes = {};
    private int size;

    /**
     * An empty one.
     *
     * @param announced the length that the request's headers give, at most the limit; -1 if they give none
     * @param limit the largest body, in bytes
     */
    BodyBuffer(BodyShare share, long announced, int limit) {
        this.share = share;
        this.announced = announced;
        this.limit = limit;
    }

    int size() {
        return size;
    }

    /** Whether the sender says how much it will be. */
    boolean isOfKnownLength() {
        return announced >= 0;
    }

    /** Whether all that was announced has come. Of a body without a length only its end tells. */
    boolean isComplete() {
        return size == announced;
    }

    /**
     * Reads once. Where there is nothing to be read, this waits.
     *
     * @return false at the body's end
     */
    boolean read(ServletInputStream in) throws IOException, BodyException {
        if (size == bytes.length) {
            grow();
        }
        int read = in.read(bytes, size, bytes.length - size);
        if (read > 0) {
            size += read;
        }
        if (size > limit) {
            throw new BodyException(BodyFailure.TOO_LARGE);
        }
        return read >= 0;
    }

    /** The whole body. */
    byte[] toBytes() throws BodyException {
        if (isOfKnownLength() && !isComplete()) {
            throw new BodyException(BodyFailure.INCOMPLETE);
        }
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    private void grow() throws BodyException {
        // Without a length there has to be room for the byte that is too much.
        long most = isOfKnownLength() ? announced : Math.min(limit + 1L, LARGEST_ARRAY);
        int capacity = (int) Math.min(most, Math.max(FIRST, (long) bytes.length * GROWTH));
        if (!share.growTo(capacity)) {
            throw new BodyException(BodyFailure.NO_ROOM);
        }
        bytes = Arrays.copyOf(bytes, capacity);
    }
}
