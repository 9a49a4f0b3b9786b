package dev.durahook.benchmarks.load.server;

/**
 * A workflow that the server has stored for an event.
 *
 * @param id the workflow ID
 * @param completed whether it has completed; false if it runs, or has ended in another way
 * @param closed when it ended, in microseconds since 1970; 0 while it runs
 */
public record StoredEvent(String id, boolean completed, long closed) {}
