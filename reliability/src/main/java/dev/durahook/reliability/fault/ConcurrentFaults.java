package dev.durahook.reliability.fault;

import java.util.List;

/**
 * Faults that are made at the same time. The first begins first.
 *
 * @param faults one fault, or two
 */
public record ConcurrentFaults(List<PlannedFault> faults) {

    /** Copies the list. */
    public ConcurrentFaults {
        faults = List.copyOf(faults);
    }

    /** When the first fault begins, in milliseconds after the start of the load. */
    long offset() {
        return faults.get(0).offset();
    }

    /** When the last fault ends, in milliseconds after the start of the load. */
    long end() {
        return faults.stream().mapToLong(PlannedFault::end).max().orElse(0);
    }
}
