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
 * Waits for an operator's decision. While it does, a timer is pending, whose summary says on the Timeline, which is the
 * first that is seen of a workflow, that it is parked. Only for workflow code.
 */
final class Waiting {

    private static final String NOT_IN_TIME = "nobody decided in time";

    // A timer's task stays in Temporal's store until its time has come, also when the timer was cancelled. A new one
    // once a year costs a long wait nothing.
    private static final Duration LONGEST_TIMER = Duration.ofDays(365);

    // A summary holds 400 bytes, and a character has up to four of them.
    private static final int LONGEST_TITLE = 80;

    private final Place place;

    Waiting(Place place) {
        this.place = place;
    }

    /**
     * The decision, of an operator or by the step's time-out.
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

    /** As runs did that began before there was a timer. */
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
