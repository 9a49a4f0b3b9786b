package dev.durahook.workflows.processing;

import dev.durahook.workflows.details.CurrentDetails;
import dev.durahook.workflows.parking.EventStatus;
import dev.durahook.workflows.parking.ParkedStep;
import dev.durahook.workflows.parking.Parking;
import dev.durahook.workflows.routing.FirstAttempt;
import dev.durahook.workflows.routing.PlannedStep;
import dev.durahook.workflows.routing.WorkWithPlan;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the steps of a plan, all at the same time. Each step ends on its own: a parked step neither delays nor repeats
 * the other steps.
 */
final class Processing {

    private final EventProgress begin;
    private final StepActivities activities;
    private final Map<String, StepOutcome> ended = new LinkedHashMap<>();

    Processing(EventProgress begin, StepActivities activities) {
        this.begin = begin;
        this.activities = activities;
        begin.plan().steps().forEach(this::restore);
    }

    /** Runs until every step has ended. Empty if the history is so long that a new run has to take over. */
    Optional<List<StepOutcome>> run() {
        Parking parking = Parking.ofWorkflow();
        if (begin.ended().stream().anyMatch(StepOutcome::isDiscarded)) {
            parking.recallDiscarded();
        }
        List<Promise<Void>> running = begin.plan().steps().stream()
                .filter(step -> !ended.containsKey(step.key()))
                .map(step -> Async.procedure(this::process, step))
                .toList();
        return EventStatus.ofWorkflow().endsInThisRun(running, () -> isQuiet(parking))
                ? Optional.of(inOrder())
                : Optional.empty();
    }

    /** The progress to pass to a new run. */
    EventProgress progress() {
        return new EventProgress(
                begin.plan().withoutBeginning(), inOrder(), Parking.ofWorkflow().parked());
    }

    private void restore(PlannedStep planned) {
        begin.ended().stream().filter(outcome -> outcome.isOf(planned)).forEach(outcome -> {
            ended.put(planned.key(), outcome);
            CurrentDetails.ofWorkflow().begin(planned.title()).wasEnded(outcome.outcome(), outcome.result());
        });
    }

    private void process(PlannedStep planned) {
        WorkWithPlan beginning = begin.plan().begun();
        Optional<FirstAttempt> succeeded = beginning.attemptOf(planned).filter(FirstAttempt::succeeded);
        if (succeeded.isPresent()) {
            done(
                    planned,
                    new StepReport(planned.title())
                            .done(Optional.ofNullable(succeeded.get().result())));
            return;
        }
        try {
            done(
                    planned,
                    Step.of(planned)
                            .resume(
                                    parkedBefore(planned),
                                    WorkBeforeScheduling.of(planned, beginning),
                                    options -> activities.run(planned, options)));
        } catch (ApplicationFailure failure) {
            if (!Parking.DISCARDED.equals(failure.getType())) {
                throw failure;
            }
            ended.put(planned.key(), StepOutcome.discarded(planned, failure.getOriginalMessage()));
        }
    }

    private void done(PlannedStep planned, Optional<String> result) {
        ended.put(planned.key(), StepOutcome.done(planned, result.orElse(null)));
    }

    private Optional<ParkedStep> parkedBefore(PlannedStep planned) {
        return begin.parked().stream()
                .filter(parked -> parked.isAt(planned.key()))
                .map(parked -> parked.named(planned.key(), planned.title()))
                .findFirst();
    }

    // A new run may take over only if no step is running: every step has ended or waits for a decision.
    private boolean isQuiet(Parking parking) {
        return ended.size() + parking.parked().size() == begin.plan().steps().size();
    }

    private List<StepOutcome> inOrder() {
        return begin.plan().steps().stream()
                .map(step -> ended.get(step.key()))
                .filter(outcome -> outcome != null)
                .toList();
    }
}
