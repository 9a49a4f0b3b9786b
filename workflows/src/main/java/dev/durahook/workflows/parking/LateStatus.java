package dev.durahook.workflows.parking;

import dev.durahook.workflows.details.TimelineTimer;
import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sets a status later that could not be set when it began, because the search attribute was missing. Tries after a
 * minute, and then each time after twice as long, until the wait between two tries is a day. So an event that was parked
 * before the attribute was registered does not stay out of the lists for ever. Only for workflow code.
 */
final class LateStatus {

    private static final String CHANGE = "durahook.late-status";
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);

    // A try adds six events to the history, so a year without the attribute adds some 2,300.
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final BooleanSupplier isMissing;
    private final Runnable attempt;
    private @Nullable Boolean isNew;
    private @Nullable TimelineTimer timer;
    private boolean running;

    /**
     * A status for which no try has begun.
     *
     * @param isMissing whether the event has a status that is not set
     * @param attempt asks whether the attribute is registered, and sets the status if it is
     */
    LateStatus(BooleanSupplier isMissing, Runnable attempt) {
        this.isMissing = isMissing;
        this.attempt = attempt;
    }

    /** Begins or stops to try, as the status needs it now. If every status could be set, nothing is recorded. */
    void changed() {
        if (!isMissing.getAsBoolean()) {
            stop();
        } else if (!running && isNew()) {
            running = true;
            // The tries belong to the event. The part of the work that is parked may be cancelled alone.
            Workflow.newDetachedCancellationScope(() -> Async.procedure(this::untilSet))
                    .run();
        }
    }

    private void untilSet() {
        Duration wait = FIRST_WAIT;
        // A new run begins its own tries. A workflow that does not continue as new must not fill its history.
        while (isMissing.getAsBoolean() && !Workflow.getInfo().isContinueAsNewSuggested()) {
            await(wait);
            if (isMissing.getAsBoolean()) {
                attempt.run();
            }
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
        running = false;
    }

    private void await(Duration wait) {
        TimelineTimer next = TimelineTimer.start(wait, "STATUS", EventStatus.KEY.getName(), " · not registered yet");
        timer = next;
        Workflow.await(() -> next.ended().isCompleted());
        timer = null;
    }

    private void stop() {
        if (timer != null) {
            timer.cancel();
        }
    }

    private boolean isNew() {
        if (isNew == null) {
            isNew = Workflow.getVersion(CHANGE, Workflow.DEFAULT_VERSION, 1) == 1;
        }
        return isNew;
    }
}
