package dev.durahook.workflows.policy;

import io.temporal.activity.ActivityInfo;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The policy's waits and time-out for the attempt that the calling thread makes. The values are those that travelled
 * with the activity; only if none travelled, those that the server reports are used. Only for activities.
 */
public final class AttemptPolicy {

    // The time-out if neither the activity nor the server has one.
    private static final Duration NO_LIMIT = Duration.ofDays(3_650);

    private static final Pacing NOTHING = new Pacing(0, List.of(), null, null);
    private static final ThreadLocal<@Nullable Pacing> CURRENT = new ThreadLocal<>();

    private AttemptPolicy() {}

    /** The policy's wait after this attempt, without jitter. */
    public static Duration waitAfter(ActivityInfo attempt) {
        return current().after(attempt.getAttempt(), () -> Backoff.of(attempt.getRetryOptions()));
    }

    /** The longest that this attempt may take; ten years if there is no limit. */
    public static Duration startToCloseTimeout(ActivityInfo attempt) {
        Duration declared = current().startToCloseTimeout();
        if (declared != null) {
            return declared;
        }
        Duration reported = attempt.getStartToCloseTimeout();
        return reported == null || reported.isZero() ? NO_LIMIT : reported;
    }

    static <R> R during(@Nullable Pacing pacing, Supplier<R> attempt) {
        CURRENT.set(pacing);
        try {
            return attempt.get();
        } finally {
            CURRENT.remove();
        }
    }

    private static Pacing current() {
        Pacing pacing = CURRENT.get();
        return pacing == null ? NOTHING : pacing;
    }
}
