package dev.durahook.worker.destination;

import org.jspecify.annotations.Nullable;

/**
 * How much a destination takes.
 *
 * @param concurrency the most events at a time from one worker
 * @param requestsPerSecond the most events a second from all workers together; null for no limit
 */
public record Limits(int concurrency, @Nullable Double requestsPerSecond) {}
