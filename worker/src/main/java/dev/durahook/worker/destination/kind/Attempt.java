package dev.durahook.worker.destination.kind;

import dev.durahook.workflows.policy.AttemptPolicy;
import io.temporal.activity.ActivityInfo;
import java.time.Duration;

/**
 * One of Temporal's attempts to send an event to a destination.
 *
 * @param number the attempt's number, from 1
 * @param timeLeft how long the attempt may take: Temporal starts the next attempt when the policy's timeout is over,
 *     and two attempts must not run at the same time
 * @param backoff the policy's wait before the next attempt
 */
public record Attempt(int number, Duration timeLeft, Duration backoff) {

    // The remaining time is for the answer to Temporal.
    private static final double SHARE_OF_TIMEOUT = 0.9;

    // An attempt without time fails at once, as one whose time is over.
    private static final Duration SHORTEST = Duration.ofMillis(1);

    /**
     * Returns the attempt that an activity runs.
     *
     * @param taken how much of the attempt's time is over
     */
    public static Attempt of(ActivityInfo info, Duration taken) {
        Duration left =
                times(AttemptPolicy.startToCloseTimeout(info), SHARE_OF_TIMEOUT).minus(taken);
        return new Attempt(
                info.getAttempt(), left.compareTo(SHORTEST) < 0 ? SHORTEST : left, AttemptPolicy.waitAfter(info));
    }

    private static Duration times(Duration duration, double factor) {
        return Duration.ofMillis(Math.round(duration.toMillis() * factor));
    }
}
