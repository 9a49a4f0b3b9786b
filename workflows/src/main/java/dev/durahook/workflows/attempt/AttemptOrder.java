package dev.durahook.workflows.attempt;

import io.temporal.activity.ActivityInfo;
import java.time.Duration;

/** Tells the first attempt of an activity from later ones. */
public final class AttemptOrder {

    // A server writes the time of a first attempt twice, and the in-memory server asks its clock for each. An
    // operator does not reset an activity so soon.
    private static final Duration SHORTEST_RESET = Duration.ofSeconds(1);

    private AttemptOrder() {}

    /** Whether no attempt was made before. After an operator has reset an activity, its attempts count from one again. */
    public static boolean isFirst(ActivityInfo attempt) {
        return attempt.getAttempt() == 1 && !isReset(attempt);
    }

    private static boolean isReset(ActivityInfo attempt) {
        return attempt.getCurrentAttemptScheduledTimestamp() - attempt.getScheduledTimestamp()
                > SHORTEST_RESET.toMillis();
    }
}
