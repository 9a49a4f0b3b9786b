package dev.durahook.benchmarks.load.traffic;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * An event that is signed and ready to be sent, so that a measurement contains no signing.
 *
 * @param id the ID of the workflow that the event becomes
 * @param send sends the event; the future never fails
 */
public record PreparedEvent(String id, Supplier<CompletableFuture<Answer>> send) {}
