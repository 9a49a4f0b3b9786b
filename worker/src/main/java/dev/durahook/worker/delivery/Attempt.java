package dev.durahook.worker.delivery;

import dev.durahook.workflows.policy.AttemptPolicy;
import io.temporal.activity.ActivityInfo;
import java.time.Duration;

/**
 * One of Temporal's attempts.
 *
 * @param number counted from 1
 * @param timeLeft how long it may go on: Temporal starts the next one when the policy's time is up, and two at a time
 *     are one too many
 * @param backoff what the policy waits before the next one
 */
record Attempt(int number, Duration timeLeft, Duration backoff) {

    // The rest is for the way back to Temporal.
    private static final double SHARE_OF_TIMEOUT = 0.9;

    static Attempt of(ActivityInfo info) {
        return new Attempt(
                info.getAttempt(),
                times(AttemptPolicy.startToCloseTimeout(info), SHARE_OF_TIMEOUT),
                AttemptPolicy.waitAfter(info));
    }

    private static Duration times(Duration duration, double factor) {
        return Duration.ofMillis(Math.round(duration.toMillis() * factor));
    }
}
