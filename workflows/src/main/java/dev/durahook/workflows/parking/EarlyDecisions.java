package dev.durahook.workflows.parking;

import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The parked steps that a run has taken over and does not wait for yet, and the decisions that operators have made on
 * these steps by then. Temporal hands out such a signal in the run's first task, before the run waits. Only for
 * workflow code.
 */
final class EarlyDecisions {

    private static final String CHANGE = "durahook.early-decision";

    private final List<ParkedStep> awaited;
    private final BooleanSupplier mayBeDecided;
    private final Map<ParkedStep, Decision> decided = new HashMap<>();

    EarlyDecisions(List<ParkedStep> steps, BooleanSupplier mayBeDecided) {
        this.awaited = new ArrayList<>(steps);
        this.mayBeDecided = mayBeDecided;
    }

    /** For a run that continues no earlier run, or whose earlier run has parked no step. */
    static EarlyDecisions none() {
        return new EarlyDecisions(List.of(), () -> false);
    }

    /**
     * Whether a decision that comes now counts, although the run does not wait yet. Must be asked only when a signal
     * comes: runs of earlier versions have ignored the signal, and must do so when they are replayed.
     */
    boolean counts() {
        return !awaited.isEmpty()
                && mayBeDecided.getAsBoolean()
                && Workflow.getVersion(CHANGE, Workflow.DEFAULT_VERSION, 1) == 1;
    }

    /** Keeps the decision for the steps that it names. Returns whether there is such a step. */
    boolean keep(Decision decision) {
        List<ParkedStep> named = awaited.stream()
                .filter(step -> decision.step() == null || step.isAt(decision.step()))
                .toList();
        if (named.isEmpty() || !counts()) {
            return false;
        }
        awaited.removeAll(named);
        named.forEach(step -> decided.put(step, decision));
        return true;
    }

    /** The decision on a step for which the run begins to wait, if there is one. */
    Optional<Decision> take(ParkedStep step) {
        awaited.removeIf(step::isSameAs);
        Optional<ParkedStep> known =
                decided.keySet().stream().filter(step::isSameAs).findFirst();
        return known.map(decided::remove);
    }
}
