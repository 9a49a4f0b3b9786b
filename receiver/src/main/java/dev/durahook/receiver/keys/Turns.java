package dev.durahook.receiver.keys;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whose key is fetched next, of the names that no verified delivery has had yet. A stranger can make up any number of
 * them, so only some are fetched a second, and of those that wait, the name that was asked for most often is next: that
 * of a delivery that comes again. Decision 7 says what that is worth.
 */
final class Turns {

    /** Fetches at a time. */
    static final int AT_A_TIME = 4;

    /** Fetches at once after a quiet time. */
    static final int AT_ONCE = 20;

    /** After that, a fetch in each of these: ten a second. */
    static final Duration INTERVAL = Duration.ofMillis(100);

    /** Names that wait. Each holds a thread of the server. */
    static final int PLACES = 16;

    /** With the fetch itself half of what the most impatient of these providers waits for an answer: Plaid, 10 s. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Allowance allowance = new Allowance(AT_ONCE, INTERVAL, System::nanoTime);
    private final Asks asks = new Asks(System::nanoTime);
    private final List<Turn> waiting = new ArrayList<>();
    private final Duration patience;
    private int underWay;

    Turns() {
        this(PATIENCE);
    }

    Turns(Duration patience) {
        this.patience = patience;
    }

    /** Counts that a name was asked for that waits already, or is being fetched. */
    void again(Object name) {
        long mark = asks.mark(name);
        lock.lock();
        try {
            asks.add(mark);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the turn of a name; false if others come first for too long. Its {@link #end} must follow if true. */
    boolean begin(Object name) {
        long mark = asks.mark(name);
        lock.lock();
        try {
            asks.add(mark);
            Turn turn = new Turn(mark);
            return hasPlace(turn) && comes(turn);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** The fetch is over. */
    void end() {
        lock.lock();
        try {
            underWay--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many names wait. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    // Takes the place of the last one if that was asked for less often.
    private boolean hasPlace(Turn turn) {
        if (waiting.size() >= PLACES) {
            Turn last = last();
            if (asks.of(turn.mark) <= asks.of(last.mark)) {
                return false;
            }
            leave(last);
        }
        waiting.add(turn);
        return true;
    }

    private boolean comes(Turn turn) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (waiting.contains(turn)) {
                boolean isNext = underWay < AT_A_TIME && turn == next();
                if (isNext && allowance.spend()) {
                    underWay++;
                    asks.forget(turn.mark);
                    return true;
                }
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                changed.awaitNanos(isNext ? Math.min(left, allowance.nanosUntilNext()) : left);
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

    // Of several that were asked for as often, the first.
    private Turn next() {
        Turn next = waiting.get(0);
        for (Turn turn : waiting) {
            next = asks.of(turn.mark) > asks.of(next.mark) ? turn : next;
        }
        return next;
    }

    // Of several that were asked for as seldom, the last.
    private Turn last() {
        Turn last = waiting.get(0);
        for (Turn turn : waiting) {
            last = asks.of(turn.mark) <= asks.of(last.mark) ? turn : last;
        }
        return last;
    }

    /** A name that waits; two of them are never the same one. */
    private static final class Turn {

        private final long mark;

        private Turn(long mark) {
            this.mark = mark;
        }
    }
}
