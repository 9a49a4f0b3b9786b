package dev.durahook.benchmarks.load.server;

import io.temporal.api.history.v1.HistoryEvent;
import java.util.List;

/**
 * What a workflow costs by its history.
 *
 * @param events the length of the history
 * @param actions the actions that Temporal Cloud bills
 */
public record HistoryCost(long events, long actions) {

    /** Reads a history. */
    public static HistoryCost of(List<HistoryEvent> history) {
        return new HistoryCost(history.size(), ActionCount.of(history));
    }
}
