package dev.durahook.testsupport.fault;

import java.io.IOException;

/** Runs threads that read sockets until the sockets are closed. The threads never keep a JVM alive. */
public final class DaemonThread {

    private DaemonThread() {}

    /** Starts a thread that ends when its socket is closed. */
    public static Thread run(String name, Reader reader) {
        Thread thread = of(name, () -> runUntilClosed(reader));
        thread.start();
        return thread;
    }

    /** A thread for any task, which is not started yet. */
    static Thread of(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private static void runUntilClosed(Reader reader) {
        try {
            reader.run();
        } catch (IOException expected) {
            // A closed socket is how these threads end.
        }
    }

    /** Reads a socket, until an {@link IOException} shows that the socket is closed. */
    @FunctionalInterface
    public interface Reader {
        /** Reads until the socket is closed. */
        void run() throws IOException;
    }
}
