package dev.durahook.receiver.http;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.util.unit.DataSize;

/**
 * The bytes of bodies that are held at a time, over all requests, so that no number of senders takes all the memory.
 * A quarter is kept for small bodies: a few large ones don't stop all the others.
 */
public final class BodyBudget {

    /** The largest body that may use the whole budget, in bytes. */
    static final int SMALL = 64 * 1024;

    private final long limit;
    private final long limitOfLarge;
    private final AtomicLong taken = new AtomicLong();

    BodyBudget(DataSize limit) {
        this.limit = limit.toBytes();
        this.limitOfLarge = this.limit / 4 * 3;
    }

    /** What a body that begins to come has of it: nothing yet. */
    BodyShare share() {
        return new BodyShare(this);
    }

    /** Whether a body of this size would fit in now. */
    boolean hasRoom(long size) {
        return taken.get() + size <= limit(size);
    }

    /**
     * Takes more for one body.
     *
     * @param size what that body has then
     * @return whether there was enough
     */
    boolean take(long more, long size) {
        if (taken.addAndGet(more) <= limit(size)) {
            return true;
        }
        taken.addAndGet(-more);
        return false;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    /** Bytes that are taken at the moment. */
    public long taken() {
        return taken.get();
    }

    /** Bytes that may be taken at a time. */
    public long limit() {
        return limit;
    }

    private long limit(long size) {
        return size <= SMALL ? limit : limitOfLarge;
    }
}
