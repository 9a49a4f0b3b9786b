package dev.durahook.workflows.parking;

import dev.durahook.workflows.details.TimelineTimer;
import io.temporal.workflow.Promise;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for an operator's decision on one step. Meanwhile a timer is pending, which says on the Timeline that the step
 * is parked. Only for workflow code.
 */
final class DecisionWait {

    private static final String NOT_IN_TIME = "no decision was made within the park-timeout";

    // A timer's task stays in Temporal's store until the timer's time has come, even if the timer was cancelled. A new
    // timer once a year costs a long wait nothing.
    private static final Duration LONGEST_TIMER = Duration.ofDays(365);

    private final PendingDecision pending;

    DecisionWait(PendingDecision pending) {
        this.pending = pending;
    }

    /**
     * Waits for the operator's decision, or for the step's time-out, which discards the step.
     *
     * @throws io.temporal.failure.CanceledFailure if the workflow is cancelled
     */
    Decision withTimer() {
        while (!pending.decision().isCompleted()) {
            Duration left = pending.step().remaining();
            if (left != null && left.isZero()) {
                return Decision.discard(NOT_IN_TIME);
            }
            await(left == null || left.compareTo(LONGEST_TIMER) > 0 ? LONGEST_TIMER : left);
        }
        return pending.decision().get();
    }

    /** Waits without a visible timer, as runs do that began before the timer was introduced. */
    Decision withoutTimer() {
        Duration timeout = pending.step().remaining();
        if (timeout == null) {
            return pending.decision().cancellableGet();
        }
        try {
            return pending.decision().cancellableGet(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Decision.discard(NOT_IN_TIME);
        }
    }

    private void await(Duration longest) {
        TimelineTimer timer =
                TimelineTimer.start(longest, "PARKED", pending.step().step(), " · send retry or discard");
        try {
            Promise.anyOf(timer.ended(), pending.decision()).cancellableGet();
        } finally {
            timer.cancel();
        }
    }
}
