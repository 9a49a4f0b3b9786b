package dev.durahook.reliability.check;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers and the violations that the checker found in the records of a run.
 *
 * @param events the genuine events that were sent
 * @param deliveries all deliveries, with repeated and forged ones
 * @param acknowledged the events for which a sender was told 2xx
 * @param done the events whose workflow has completed
 * @param parked the events that wait for a decision, with a reason that an operator sees
 * @param forgeries the forged events that were sent
 * @param repeated effects beyond the first at destinations that may get an event several times
 * @param violations every broken promise
 */
public record CheckResult(
        int events,
        int deliveries,
        int acknowledged,
        int done,
        int parked,
        int forgeries,
        int repeated,
        List<Violation> violations) {

    /** Copies the list. */
    public CheckResult {
        violations = List.copyOf(violations);
    }

    /** The number of violations of each kind, also of kinds without one. */
    public Map<ViolationKind, Long> counts() {
        Map<ViolationKind, Long> counts = new EnumMap<>(ViolationKind.class);
        for (ViolationKind kind : ViolationKind.values()) {
            counts.put(kind, count(kind));
        }
        return counts;
    }

    /** The number of violations of a kind. */
    public long count(ViolationKind kind) {
        return violations.stream().filter(violation -> violation.kind() == kind).count();
    }
}
