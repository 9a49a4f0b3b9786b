package dev.durahook.workflows.details;

import dev.durahook.workflows.text.Excerpt;
import dev.durahook.workflows.text.SummaryText;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/**
 * A timer that says why the workflow waits. The Timeline, the first thing that the Web UI shows of a workflow, shows
 * the timer's summary as long as the timer runs. Only for workflow code.
 */
public final class TimelineTimer {

    /** In UTF-16 code units. */
    private static final int LONGEST_TITLE = 80;

    private final CompletablePromise<Void> ended = Workflow.newPromise();
    private final CancellationScope scope;

    private TimelineTimer(Duration time, String summary) {
        TimerOptions options = TimerOptions.newBuilder().setSummary(summary).build();
        scope = Workflow.newCancellationScope(() -> ended.completeFrom(Workflow.newTimer(time, options)));
        scope.run();
        // The SDK logs a failed promise that nothing reads when the workflow leaves the cache.
        ended.exceptionally(cancelled -> null);
    }

    /**
     * Starts a timer.
     *
     * @param state the state of the workflow, such as {@code PARKED}
     * @param title the title of the step or the wait; a long title is cut
     * @param hint what the operator can do, appended to the title; empty for nothing
     */
    public static TimelineTimer start(Duration time, String state, String title, String hint) {
        return new TimelineTimer(time, SummaryText.of(state + ": ", Excerpt.of(title, LONGEST_TITLE), hint));
    }

    /** Completed when the time is over or the timer was cancelled. */
    public Promise<Void> ended() {
        return ended;
    }

    /** Cancels the timer, so that the Timeline no longer shows it as pending. */
    public void cancel() {
        scope.cancel();
    }
}
