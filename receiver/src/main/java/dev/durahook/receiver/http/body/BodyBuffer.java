package dev.durahook.receiver.http.body;

import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Collects the bytes of a body as they arrive. Every allocation is reserved in the budget, and the announced length is
 * allocated only after a good part of it has arrived: a sender can't occupy memory by announcing a large body.
 */
final class BodyBuffer implements AutoCloseable {

    /** In bytes. Most deliveries are no larger. */
    private static final int FIRST = 2 * 1024;

    private static final int GROWTH = 8;

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final BodyBudget budget;
    private final long announced;
    private final int limit;
    private byte[] bytes = {};
    private int size;
    private long reserved;
    private boolean closed;

    /**
     * An empty buffer.
     *
     * @param budget limits the bytes of all bodies
     * @param announced the value of Content-Length, at most the limit; -1 if there is none
     * @param limit the largest allowed body, in bytes
     */
    BodyBuffer(BodyBudget budget, long announced, int limit) {
        this.budget = budget;
        this.announced = announced;
        this.limit = limit;
    }

    int size() {
        return size;
    }

    /** Whether the sender announced the length. */
    boolean isOfKnownLength() {
        return announced >= 0;
    }

    /** Whether the announced length has arrived. Always false without an announced length. */
    boolean isComplete() {
        return size == announced;
    }

    /**
     * Reads once, and blocks if no byte is available.
     *
     * @return false at the end of the body
     * @throws BodyException also if Java has no memory for the bytes
     */
    boolean read(ServletInputStream in) throws IOException, BodyException {
        try {
            return readOnce(in);
        } catch (OutOfMemoryError e) {
            throw new BodyException(BodyFailure.NO_MEMORY);
        }
    }

    private boolean readOnce(ServletInputStream in) throws IOException, BodyException {
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

    /**
     * The whole body.
     *
     * @throws BodyException if it is shorter than announced, or if Java has no memory for it
     */
    byte[] toBytes() throws BodyException {
        if (isOfKnownLength() && !isComplete()) {
            throw new BodyException(BodyFailure.INCOMPLETE);
        }
        try {
            return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
        } catch (OutOfMemoryError e) {
            throw new BodyException(BodyFailure.NO_MEMORY);
        }
    }

    private void grow() throws BodyException {
        // Without an announced length, one byte above the limit must fit, to notice that the body is too large.
        long most = isOfKnownLength() ? announced : Math.min(limit + 1L, LARGEST_ARRAY);
        long next = Math.max(FIRST, (long) bytes.length * GROWTH);
        // A step from a small body beyond a small one would be judged as a large body, although the body
        // may end before.
        boolean mayStaySmall = !isOfKnownLength() && bytes.length <= BodyBudget.SMALL;
        int capacity = (int) Math.min(most, mayStaySmall ? Math.min(next, BodyBudget.SMALL + 1L) : next);
        reserve(capacity);
        bytes = Arrays.copyOf(bytes, capacity);
    }

    // The request may be given up on another thread while this one reads. Nothing would return what is
    // reserved after that.
    private synchronized void reserve(int capacity) throws BodyException {
        if (closed) {
            throw new BodyException(BodyFailure.INCOMPLETE);
        }
        // Without an announced length, the last byte only tells that the body has not ended.
        int largestBody = isOfKnownLength() ? capacity : capacity - 1;
        if (!budget.take(capacity - reserved, largestBody)) {
            throw new BodyException(BodyFailure.NO_ROOM);
        }
        reserved = capacity;
    }

    /** Returns the reserved bytes to the budget. May be called more than once, and on any thread. */
    @Override
    public synchronized void close() {
        budget.giveBack(reserved);
        reserved = 0;
        closed = true;
    }
}
