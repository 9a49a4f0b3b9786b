package dev.durahook.testsupport.fault;

import java.io.IOException;

/** Runs threads that read sockets until the sockets are closed. The threads never keep a JVM alive. */
final class DaemonThread {

    private DaemonThread() {}

    static Thread run(String name, Reader reader) {
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

    interface Reader {
        void run() throws IOException;
    }
}
