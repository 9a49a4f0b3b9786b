package dev.durahook.receiver.provider.content;

import java.util.concurrent.Semaphore;

/**
 * Bounds how many deliveries are read at a time before it is known who sent them. A class that reads a form or JSON takes
 * up to 30 times the body's size for a moment. To read more at a time would not be faster, but the bodies of strangers
 * could fill the memory.
 */
public final class Turns {

    private static final Semaphore FREE = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private Turns() {}

    /** Reads a delivery. Must not wait for anything else, such as a key that has to be fetched. */
    @FunctionalInterface
    public interface Reading<T, E extends Exception> {

        /**
         * What the delivery says.
         *
         * @throws E if it can't be read
         */
        T read() throws E;
    }

    /** Reads a delivery as soon as fewer are being read than there are processors. */
    public static <T, E extends Exception> T take(Reading<T, E> reading) throws E {
        FREE.acquireUninterruptibly();
        try {
            return reading.read();
        } finally {
            FREE.release();
        }
    }
}
