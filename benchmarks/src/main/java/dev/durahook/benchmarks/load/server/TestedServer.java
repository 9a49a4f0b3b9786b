package dev.durahook.benchmarks.load.server;

import dev.durahook.benchmarks.load.machine.ProcessGroup;
import java.util.List;

/** The Temporal server on which everything is measured. */
public interface TestedServer extends AutoCloseable {

    /** The address, as {@code host:port}. */
    String target();

    /** The namespace in which the workflows are started. */
    String namespace();

    /** The processes of the server and its database that run on this machine. */
    List<ProcessGroup> processes();

    /** The bytes that the database occupies; not a number if it is unknown. */
    double databaseBytes();

    /** Whether the server ends with the benchmark. Otherwise, workflows that are still running must be terminated. */
    boolean endsWithTheRun();

    @Override
    void close();
}
