package dev.durahook.workflows.parking;

import dev.durahook.workflows.text.Excerpt;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for an operator's decision on one step. A timer is pending meanwhile. The Timeline, the first thing that the
 * Web UI shows of a workflow, shows the timer's summary, which says that the step is parked. Only for workflow code.
 */
final class Waiting {

    private static final String NOT_IN_TIME = "nobody decided in time";

    // A timer's task stays in Temporal's store until the timer's time has come, even if the timer was cancelled. A new
    // timer once a year costs a long wait nothing.
    private static final Duration LONGEST_TIMER = Duration.ofDays(365);

    // A summary holds 400 bytes, and a character has up to four of them.
    private static final int LONGEST_TITLE = 80;

    private final Place place;

    Waiting(Place place) {
        this.place = place;
    }

    /**
     * Waits for the operator's decision, or for the step's time-out, which discards the step.
     *
     * @throws io.temporal.failure.CanceledFailure if the workflow is cancelled
     */
    Decision shown() {
        while (!place.decision().isCompleted()) {
            Duration left = place.step().remaining();
            if (left != null && left.isZero()) {
                return Decision.discard(NOT_IN_TIME);
            }
            await(left == null || left.compareTo(LONGEST_TIMER) > 0 ? LONGEST_TIMER : left);
        }
        return place.decision().get();
    }

    /** Waits without a visible timer, as runs do that began before the timer was introduced. */
    Decision unseen() {
        Duration timeout = place.step().remaining();
        if (timeout == null) {
            return place.decision().cancellableGet();
        }
        try {
            return place.decision().cancellableGet(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Decision.discard(NOT_IN_TIME);
        }
    }

    private void await(Duration longest) {
        TimerOptions options = TimerOptions.newBuilder().setSummary(summary()).build();
        CompletablePromise<Void> over = Workflow.newPromise();
        CancellationScope timer =
                Workflow.newCancellationScope(() -> over.completeFrom(Workflow.newTimer(longest, options)));
        timer.run();
        try {
            Promise.anyOf(over, place.decision()).cancellableGet();
        } finally {
            timer.cancel();
        }
    }

    private String summary() {
        return "PARKED: " + Excerpt.of(place.step().step(), LONGEST_TITLE) + " · send retry or discard";
    }
}
