package dev.durahook.benchmarks.load.measure;

import dev.durahook.benchmarks.load.machine.CpuUsage;
import dev.durahook.benchmarks.load.machine.ProcessGroup;
import dev.durahook.benchmarks.load.mode.Mode;
import dev.durahook.benchmarks.load.server.HistoryCost;
import dev.durahook.loadsupport.time.MicroTime;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * The measured values of one mode under one load.
 *
 * @param results the results of the events that were sent
 * @param usage the CPU time from the first send until all events were done
 * @param memory the resident memory of the mode's own processes at the end, in MB; not a number if the mode has none
 * @param databaseBytes the bytes by which the database grew; not a number if they are unknown
 * @param costs the costs of some of the workflows
 * @param otherLoad the number of processors that other work kept busy just before the measurement
 */
public record Measurement(
        Mode mode,
        Load load,
        List<EventResult> results,
        CpuUsage usage,
        double memory,
        double databaseBytes,
        List<HistoryCost> costs,
        double otherLoad) {

    /** The number of events that have this property. */
    public int count(Predicate<EventResult> property) {
        return Math.toIntExact(results.stream().filter(property).count());
    }

    /** The number of events whose senders were told that the event is stored. */
    public int stored() {
        return count(result -> result.sent().isStored());
    }

    /**
     * Checks that something was measured.
     *
     * @param folder the folder of the logs, which the message names
     * @throws IllegalStateException if events were sent, and none of them was accepted
     */
    public void checkAccepted(Path folder) {
        if (!results.isEmpty() && stored() == 0) {
            throw new IllegalStateException(
                    mode + ": none of " + results.size() + " events was accepted; the logs are in " + folder);
        }
    }

    /** The moment at which the first event had to be sent, in microseconds since 1970. */
    public long firstScheduled() {
        return results.stream()
                .mapToLong(result -> result.sent().scheduled())
                .min()
                .orElse(0);
    }

    /** The number of stored events a second, from the first send to the last completion. */
    public double perSecond() {
        long first = firstScheduled();
        long last = results.stream().mapToLong(EventResult::done).max().orElse(0);
        return last > first ? stored() * MicroTime.SECOND / (last - first) : Double.NaN;
    }

    /** The mean number of events in a history; not a number if no event was stored. */
    public double historyEvents() {
        return costs.stream().mapToLong(HistoryCost::events).average().orElse(Double.NaN);
    }

    /** The mean number of billable actions of an event; not a number if no event was stored. */
    public double actions() {
        return costs.stream().mapToLong(HistoryCost::actions).average().orElse(Double.NaN);
    }

    /** The CPU time of the benchmark's processes except the load generator, for one stored event, in milliseconds. */
    public double cpuWithoutLoadGenerator() {
        CpuUsage used = usageOfAnEvent();
        return used.ours() - used.groups().getOrDefault(ProcessGroup.LOAD_GENERATOR, 0.0);
    }

    /** The CPU time for one stored event. */
    public CpuUsage usageOfAnEvent() {
        return usage.dividedBy(Math.max(1, stored()));
    }

    /** Whether every stored event was processed exactly once. */
    public boolean isExact() {
        return count(EventResult::isLost) == 0 && count(EventResult::isRepeated) == 0;
    }
}
