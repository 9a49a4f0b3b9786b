package dev.durahook.receiver.http.body;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.util.unit.DataSize;

/**
 * Limits the bytes of bodies held in memory at a time, over all requests. A quarter of the budget is reserved for small
 * bodies, so that a few large bodies don't block all others.
 */
public final class BodyBudget {

    /** Bodies of at most this many bytes may use the whole budget, and larger bodies three quarters. */
    static final int SMALL = 64 * 1024;

    private final long limit;
    private final long limitOfLarge;
    private final AtomicLong taken = new AtomicLong();

    /** A budget of which no byte is reserved yet. */
    public BodyBudget(DataSize limit) {
        this.limit = limit.toBytes();
        this.limitOfLarge = this.limit / 4 * 3;
    }

    /** Whether a body of this size would fit in now. */
    boolean hasRoom(long size) {
        return taken.get() + size <= limit(size);
    }

    /**
     * Reserves more bytes for one body. A body that does not fit in reserves nothing, not even for a moment: in that
     * moment, another body that fits in could be refused.
     *
     * @param more the additional bytes
     * @param size the size of the largest body that fits into what is reserved for the body then
     * @return whether there was room
     */
    boolean take(long more, long size) {
        long most = limit(size) - more;
        return taken.getAndUpdate(before -> before <= most ? before + more : before) <= most;
    }

    /**
     * Whether a body of this size has room while there is no other.
     *
     * @param largest the largest body that a sender may send
     */
    public boolean canHold(DataSize largest) {
        // Without an announced length, there is one byte more.
        return largest.toBytes() + 1 <= limit(largest.toBytes());
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    /** The bytes that are reserved at the moment. */
    public long taken() {
        return taken.get();
    }

    /** The most bytes that can be reserved at a time. */
    public long limit() {
        return limit;
    }

    private long limit(long size) {
        return size <= SMALL ? limit : limitOfLarge;
    }
}
