package dev.durahook.worker.delivery;

import org.jspecify.annotations.Nullable;

/**
 * How much a destination takes.
 *
 * @param concurrency requests at a time, from one worker
 * @param requestsPerSecond from all workers together; null for no limit
 */
record Limits(int concurrency, @Nullable Double requestsPerSecond) {}
