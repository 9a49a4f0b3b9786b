package dev.durahook.reliability.fault;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The faults of a run.
 *
 * @param all the faults, in the order of their steps
 */
public record MadeFaults(List<MadeFault> all) {

    public MadeFaults {
        all = List.copyOf(all);
    }

    public List<String> names() {
        return all.stream().map(MadeFault::name).toList();
    }

    /** The number of steps in which two faults overlapped. */
    public int pairs() {
        return (int) all.stream().collect(Collectors.groupingBy(MadeFault::step)).values().stream()
                .filter(step -> step.size() > 1 && step.get(0).overlaps(step.get(1)))
                .count();
    }
}
