package dev.durahook.worker.destination;

import org.jspecify.annotations.Nullable;

/**
 * How many requests a destination takes.
 *
 * @param concurrency the most requests at a time from one worker
 * @param requestsPerSecond the most requests a second from all workers together; null for no limit
 */
record Limits(int concurrency, @Nullable Double requestsPerSecond) {}
