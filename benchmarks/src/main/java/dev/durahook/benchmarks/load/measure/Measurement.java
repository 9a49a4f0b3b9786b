package dev.durahook.benchmarks.load.measure;

import dev.durahook.benchmarks.load.machine.ProcessGroup;
import dev.durahook.benchmarks.load.machine.Usage;
import dev.durahook.benchmarks.load.mode.Mode;
import dev.durahook.benchmarks.load.server.HistoryCost;
import java.util.List;
import java.util.function.Predicate;

/**
 * What was measured for one mode under one load.
 *
 * @param usage CPU time from the first send until all was done
 * @param memory resident memory of the mode's own processes at the end, in MB; not a number if it has none
 * @param databaseBytes by how many bytes the database grew; not a number if unknown
 * @param costs what some of the workflows cost by their histories
 * @param otherLoad how many processors others kept busy just before, from 0 to the number of processors
 */
public record Measurement(
        Mode mode,
        Load load,
        List<EventResult> results,
        Usage usage,
        double memory,
        double databaseBytes,
        List<HistoryCost> costs,
        double otherLoad) {

    private static final double MICROS = 1e6;

    /** How many events have this property. */
    public int count(Predicate<EventResult> property) {
        return Math.toIntExact(results.stream().filter(property).count());
    }

    /** How many events the senders know to be stored. */
    public int stored() {
        return count(result -> result.sent().isStored());
    }

    /** Stored events that were completed in a second, from the first send to the last completion. */
    public double perSecond() {
        long first = results.stream()
                .mapToLong(result -> result.sent().scheduled())
                .min()
                .orElse(0);
        long last = results.stream().mapToLong(EventResult::done).max().orElse(0);
        return last > first ? stored() * MICROS / (last - first) : Double.NaN;
    }

    /** The mean length of a history; not a number if no event was stored. */
    public double historyEvents() {
        return costs.stream().mapToLong(HistoryCost::events).average().orElse(Double.NaN);
    }

    /** The mean number of billable actions of an event; not a number if no event was stored. */
    public double actions() {
        return costs.stream().mapToLong(HistoryCost::actions).average().orElse(Double.NaN);
    }

    /** The CPU time of the benchmark's processes for an event, in milliseconds, without the load generator. */
    public double cpuWithoutLoadGenerator() {
        return usageOfAnEvent().ours() - usageOfAnEvent().groups().getOrDefault(ProcessGroup.LOAD_GENERATOR, 0.0);
    }

    /** What an event used. */
    public Usage usageOfAnEvent() {
        return usage.dividedBy(Math.max(1, stored()));
    }

    /** Whether every stored event was processed exactly once. */
    public boolean isExact() {
        return count(EventResult::isLost) == 0 && count(EventResult::isRepeated) == 0;
    }
}
