package dev.durahook.benchmarks.load.server;

import io.temporal.api.history.v1.HistoryEvent;
import java.util.List;

/**
 * The cost of a workflow, counted from its history.
 *
 * @param events the number of events in the history
 * @param actions the number of actions that Temporal Cloud bills
 */
public record HistoryCost(long events, long actions) {

    /** Counts the cost from a history. */
    public static HistoryCost of(List<HistoryEvent> history) {
        return new HistoryCost(history.size(), ActionCount.of(history));
    }
}
