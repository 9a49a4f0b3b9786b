package dev.durahook.benchmarks.load.machine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * CPU time in milliseconds.
 *
 * @param machine of all processors, with everything else that runs on the machine
 * @param groups of each group of processes
 */
public record Usage(double machine, Map<String, Double> groups) {

    /** Reads what was used so far. */
    public static Usage read(List<ProcessGroup> groups) {
        Map<String, Double> used = new LinkedHashMap<>();
        groups.forEach(group -> used.put(group.name(), group.cpuMillis()));
        return new Usage(CpuTime.machine(), used);
    }

    /** What was used between an earlier reading and this. */
    public Usage since(Usage earlier) {
        Map<String, Double> used = new LinkedHashMap<>();
        groups.forEach((name, millis) -> used.put(name, millis - earlier.groups.getOrDefault(name, 0.0)));
        return new Usage(machine - earlier.machine, used);
    }

    /** What was used for each of so many events. */
    public Usage dividedBy(int events) {
        Map<String, Double> used = new LinkedHashMap<>();
        groups.forEach((name, millis) -> used.put(name, millis / events));
        return new Usage(machine / events, used);
    }

    /** The sum of all groups. */
    public double ours() {
        return groups.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
