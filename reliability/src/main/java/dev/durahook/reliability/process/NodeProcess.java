package dev.durahook.reliability.process;

import java.util.List;

/** How the process of a node is found, started and replaced. */
interface NodeProcess extends AutoCloseable {

    /** The ID of the process. */
    long id();

    /** Whether the process runs. */
    boolean isAlive();

    /** Starts the process after its end, and waits until it is ready. */
    void start();

    /**
     * Starts another process of this kind, and ends the first when the other is ready.
     *
     * @throws UnsupportedOperationException if the process is not our own
     */
    void roll();

    /** The ports on which deliveries are taken: two while one process replaces another, none if the node takes none. */
    List<Integer> ports();

    @Override
    void close();
}
