package dev.durahook.benchmarks.load.traffic;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * An event that is signed and ready to be sent, so that signing takes no time during the measurement.
 *
 * @param id the ID of the event's workflow
 * @param send sends the event; the future never fails
 */
public record PreparedEvent(String id, Supplier<CompletableFuture<SenderAnswer>> send) {}
