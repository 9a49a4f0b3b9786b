package dev.durahook.testsupport;

/** Two threads and an assertion for Lincheck tests, in which AssertJ's assertions fail: Lincheck traces each call. */
public final class TwoThreads {

    private TwoThreads() {}

    /** Runs both pieces of code at the same time, the second one in this thread, and waits for both. */
    public static void run(Runnable other, Runnable own) {
        Thread thread = new Thread(other);
        thread.start();
        own.run();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Asserts that something holds.
     *
     * @throws AssertionError with this message if it does not hold
     */
    public static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
