package dev.durahook.benchmarks.load.server;

/**
 * A run of the workflow that the server has stored for an event.
 *
 * @param id the workflow ID
 * @param completed whether the run has completed; false if it is running or has ended in another way
 * @param closed the moment at which the run ended, in microseconds since 1970; 0 while it is running
 */
public record StoredRun(String id, boolean completed, long closed) {}
