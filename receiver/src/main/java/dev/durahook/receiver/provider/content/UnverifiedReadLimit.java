package dev.durahook.receiver.provider.content;

import java.util.concurrent.Semaphore;

/**
 * Bounds how many deliveries are read at a time before it is known who sent them. A class that reads a form or JSON takes
 * up to 30 times the body's size for a moment. To read more at a time would not be faster, but the bodies of strangers
 * could fill the memory.
 */
public final class UnverifiedReadLimit {

    /** In bytes: a form of 2 MB, the largest case, takes 28 MB of them. */
    private static final long HEAP_FOR_EACH = 128L * 1024 * 1024;

    private static final Semaphore FREE = new Semaphore(
            limit(
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.getRuntime().maxMemory()),
            true);

    private UnverifiedReadLimit() {}

    /** Reads a delivery. Must not wait for anything else, such as a key that has to be fetched. */
    @FunctionalInterface
    public interface Reading<T, E extends Exception> {

        /**
         * Returns the values of the delivery that the check needs.
         *
         * @throws E if it can't be read
         */
        T read() throws E;
    }

    /**
     * How many deliveries are read at a time: one for each processor, and no more than the heap has room for. A
     * container may show all processors of its machine.
     */
    static int limit(int processors, long heap) {
        return (int) Math.min(processors, Math.max(1, heap / HEAP_FOR_EACH));
    }

    /** Reads a delivery, as soon as fewer than the limit are being read. */
    public static <T, E extends Exception> T read(Reading<T, E> reading) throws E {
        FREE.acquireUninterruptibly();
        try {
            return reading.read();
        } finally {
            FREE.release();
        }
    }
}
