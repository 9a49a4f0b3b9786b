package dev.durahook.receiver.keys;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Decides in which order unproven keys are fetched. An attacker can make up any number of key names, so only some are
 * fetched a second. The name that was asked for most often is next, because genuine deliveries are delivered again with
 * the same name. Decision 7 in docs/decisions discusses the limits of this order.
 */
final class FetchQueue {

    /** How many keys are fetched at the same time. */
    static final int AT_A_TIME = 4;

    /** How many fetches may begin at once after a quiet time. */
    static final int AT_ONCE = 20;

    /** After that, one fetch may begin in each interval: ten a second. */
    static final Duration INTERVAL = Duration.ofMillis(100);

    /**
     * How long a name may wait. Together with the fetch, this is half of the 10 s for which Plaid, the most impatient
     * of the providers, waits for an answer.
     */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TokenBucket bucket = new TokenBucket(AT_ONCE, INTERVAL, System::nanoTime);
    private final NameCounts counts = new NameCounts(System::nanoTime);
    private final List<Turn> waiting = new ArrayList<>();
    private final int places;
    private final Duration patience;
    private int underWay;

    /**
     * An empty queue.
     *
     * @param places how many names may wait; each holds a server thread
     */
    FetchQueue(int places) {
        this(places, PATIENCE);
    }

    FetchQueue(int places, Duration patience) {
        this.places = places;
        this.patience = patience;
    }

    /** Counts another request for a name that is already waiting or being fetched. */
    void countRequest(Object name) {
        long mark = counts.mark(name);
        lock.lock();
        try {
            counts.add(mark);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until a name may be fetched, and returns false if it had no turn in time. If true, {@link #end} must be
     * called afterwards.
     */
    boolean begin(Object name) {
        long mark = counts.mark(name);
        lock.lock();
        try {
            counts.add(mark);
            Turn turn = new Turn(mark);
            return hasPlace(turn) && getsItsTurn(turn);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Ends a fetch that {@link #begin} allowed. */
    void end() {
        lock.lock();
        try {
            underWay--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many names are waiting. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    // If all places are taken, a new name takes the place of the name that was asked for least often, but only if the
    // new name was asked for more often.
    private boolean hasPlace(Turn turn) {
        if (waiting.size() >= places) {
            Turn last = last();
            if (counts.of(turn.mark) <= counts.of(last.mark)) {
                return false;
            }
            leave(last);
        }
        waiting.add(turn);
        return true;
    }

    private boolean getsItsTurn(Turn turn) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (waiting.contains(turn)) {
                boolean isNext = underWay < AT_A_TIME && turn == next();
                if (isNext && bucket.spend()) {
                    underWay++;
                    counts.forget(turn.mark);
                    return true;
                }
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                changed.awaitNanos(isNext ? Math.min(left, bucket.nanosUntilNext()) : left);
            }
            return false;
        } finally {
            leave(turn);
        }
    }

    private void leave(Turn turn) {
        if (waiting.remove(turn)) {
            changed.signalAll();
        }
    }

    // Among names that were asked for equally often, the first.
    private Turn next() {
        Turn next = waiting.get(0);
        for (Turn turn : waiting) {
            next = counts.of(turn.mark) > counts.of(next.mark) ? turn : next;
        }
        return next;
    }

    // Returns the name that was asked for least often; of several such names, the last one.
    private Turn last() {
        Turn last = waiting.get(0);
        for (Turn turn : waiting) {
            last = counts.of(turn.mark) <= counts.of(last.mark) ? turn : last;
        }
        return last;
    }

    /** A waiting name. A class and not a record, because instances must differ even if their marks are equal. */
    private static final class Turn {

        private final long mark;

        private Turn(long mark) {
            this.mark = mark;
        }
    }
}
