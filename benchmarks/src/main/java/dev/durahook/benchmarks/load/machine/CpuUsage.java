package dev.durahook.benchmarks.load.machine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * CPU time in milliseconds.
 *
 * @param machine the CPU time of all processors, which includes other work on the machine
 * @param groups the CPU time of each group of the benchmark's processes, by the group's name
 */
public record CpuUsage(double machine, Map<String, Double> groups) {

    /** Reads the CPU time that the machine and these groups have used so far. */
    public static CpuUsage read(List<ProcessGroup> groups) {
        Map<String, Double> used = new LinkedHashMap<>();
        groups.forEach(group -> used.put(group.name(), group.cpuMillis()));
        return new CpuUsage(ProcCpuTime.machine(), used);
    }

    /** The CPU time that was used between an earlier reading and this reading. */
    public CpuUsage since(CpuUsage earlier) {
        Map<String, Double> used = new LinkedHashMap<>();
        groups.forEach((name, millis) -> used.put(name, millis - earlier.groups.getOrDefault(name, 0.0)));
        return new CpuUsage(machine - earlier.machine, used);
    }

    /** Divides the CPU time by the number of events, and returns the CPU time for one event. */
    public CpuUsage dividedBy(int events) {
        Map<String, Double> used = new LinkedHashMap<>();
        groups.forEach((name, millis) -> used.put(name, millis / events));
        return new CpuUsage(machine / events, used);
    }

    /** The CPU time of all groups together. */
    public double ours() {
        return groups.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
