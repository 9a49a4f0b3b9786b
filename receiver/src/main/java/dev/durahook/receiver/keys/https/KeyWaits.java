package dev.durahook.receiver.keys.https;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds how many deliveries wait for keys, or are checked by an application's verifiers, of all sources together. Each of them holds a thread of the server, and a stranger
 * can name any key: the more threads the server has, the more deliveries may wait.
 */
public final class KeyWaits {

    /** Tomcat's own default. */
    private static final int USUAL_THREADS = 200;

    private static final int MOST_OF_SOURCE = 64;
    private static final int MOST_TURNS = 16;
    private static final int TURNS_SHARE = 8;
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final int threads;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Semaphore checks;

    private KeyWaits(int threads) {
        this.threads = threads;
        this.checks = new Semaphore(ofAll());
    }

    /** For a server with 200 threads. */
    public static KeyWaits usual() {
        return amongThreads(USUAL_THREADS);
    }

    /** For a server with this many threads. */
    public static KeyWaits amongThreads(int threads) {
        return new KeyWaits(threads);
    }

    /** How many deliveries of one source may wait for a fetch that another delivery began. */
    public int ofSource() {
        return Math.min(MOST_OF_SOURCE, ofAll());
    }

    /** How many names of keys of one source may wait for their turn to be fetched. */
    public int turnsOfSource() {
        return Math.max(1, Math.min(MOST_TURNS, threads / TURNS_SHARE));
    }

    /**
     * A delivery waits for a key that has verified no delivery, and that another delivery fetches, only while fewer than
     * this many deliveries of all sources wait for such keys. The other half of the server's threads goes on.
     */
    public int ofAll() {
        return Math.max(1, threads / 2);
    }

    /** Begins to wait unless too many deliveries are waiting. If true, {@link #end} must be called afterwards. */
    public boolean beginsIfFew() {
        return waiting.getAndUpdate(now -> now < ofAll() ? now + 1 : now) < ofAll();
    }

    /** Begins to wait, however many deliveries are waiting. {@link #end} must be called afterwards. */
    public void begin() {
        waiting.incrementAndGet();
    }

    /** Ends a wait. */
    public void end() {
        waiting.decrementAndGet();
    }

    /**
     * Begins the check of an application's verifier, which may call another service. Such checks take at most half of the
     * threads. A check that finds no place waits for one for a moment: most checks only compute. If true, {@link
     * #endCheck} must be called afterwards.
     */
    public boolean beginsCheck() {
        try {
            return checks.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends the check of an application's verifier. */
    public void endCheck() {
        checks.release();
    }
}
