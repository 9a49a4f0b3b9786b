package dev.durahook.receiver.ingest.record;

import java.util.concurrent.Executor;

/** Runs each task some time after it was handed over. */
@FunctionalInterface
public interface DelayedExecutor extends Executor, AutoCloseable {

    /** Drops the tasks whose time has not come. */
    @Override
    default void close() {}
}
