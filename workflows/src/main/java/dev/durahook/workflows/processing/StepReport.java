package dev.durahook.workflows.processing;

import dev.durahook.workflows.details.CurrentDetails;
import dev.durahook.workflows.details.StepLine;
import dev.durahook.workflows.parking.ParkedStep;
import dev.durahook.workflows.parking.Parking;
import dev.durahook.workflows.runs.UnfinishedSteps;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows the progress of a step in the workflow's current details while the step runs, waits or ends. */
final class StepReport {

    private final Parking parking = Parking.ofWorkflow();
    private final StepLine line;
    private @Nullable CompletablePromise<Void> unfinished;

    StepReport(String name) {
        line = CurrentDetails.ofWorkflow().begin(name);
    }

    StepLine line() {
        return line;
    }

    /** Waits as {@link Parking#untilRetried} does. */
    @Nullable
    String untilRetried(ParkedStep parked) {
        return until(() -> parking.untilRetried(parked));
    }

    /** Waits as {@link Parking#untilRetriedOtherwise} does. */
    @Nullable
    String untilRetriedOtherwise(ParkedStep parked, ActivityFailure failure) {
        return until(() -> parking.untilRetriedOtherwise(parked, failure));
    }

    private @Nullable String until(Supplier<@Nullable String> decision) {
        line.parks();
        if (unfinished == null) {
            unfinished = Workflow.newPromise();
            UnfinishedSteps.ofWorkflow().begin(unfinished);
        }
        try {
            String policy = decision.get();
            line.retries();
            return policy;
        } catch (ApplicationFailure discarded) {
            line.discarded(discarded.getOriginalMessage());
            throw discarded;
        } catch (CanceledFailure cancelled) {
            line.cancelled();
            throw cancelled;
        }
    }

    /** Must be called when the step has ended in any way. */
    void end() {
        if (unfinished != null) {
            UnfinishedSteps.ofWorkflow().end(unfinished);
        }
    }

    ActivityFailure cancelled(ActivityFailure failure) {
        line.cancelled();
        return failure;
    }

    <R> R done(R result) {
        line.done(text(result instanceof Optional<?> reported ? reported.orElse(null) : result));
        return result;
    }

    // Only a text is shown: any other result of an activity is meant for the workflow, not for a person.
    private static @Nullable String text(@Nullable Object result) {
        return result instanceof String text ? text : null;
    }
}
