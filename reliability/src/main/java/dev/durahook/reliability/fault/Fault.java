package dev.durahook.reliability.fault;

import java.util.Collections;
import java.util.Set;

/**
 * A fault that is made and ended again. After {@code end} has returned, everything works as before.
 *
 * @param name what fails and how, such as {@code worker: kill}
 * @param parts the parts of the installation that the fault disturbs; two faults of one part can't be made at the same time
 * @param begin makes the fault
 * @param end ends the fault
 */
public record Fault(String name, Set<String> parts, Runnable begin, Runnable end) {

    /** Copies the parts. */
    public Fault {
        parts = Set.copyOf(parts);
    }

    /** Whether the fault can be made at the same time as another one. */
    boolean isApartFrom(Fault other) {
        return Collections.disjoint(parts, other.parts);
    }
}
