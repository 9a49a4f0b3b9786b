package dev.durahook.workflows.policy;

import dev.durahook.workflows.Sha256;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Applies the jitter of a policy to the waits that the server decides on. After an attempt that ran out of time, such
 * as each attempt of a worker that died, no worker can ask for a wait. Without jitter, the events that the worker
 * was processing come back together: if one of them ends its worker, it would take the same others along each time,
 * until all of them are parked.
 *
 * <p>The waits of one activity are all longer or all shorter by one part, at most a half, which is drawn when the activity
 * is scheduled.
 */
final class SpreadBackoff {

    // With more, the attempts of some activities would follow each other at once, and use up their policy.
    private static final double MOST = 0.5;

    private SpreadBackoff() {}

    /**
     * The options of an activity with the waits that this policy has for it.
     *
     * @param jitter the policy's jitter, from 0 to 1
     * @param seed decides by which part the waits change; must be the same in a replay, and should be different for
     *     each activity
     */
    static ActivityOptions of(ActivityOptions options, double jitter, String seed) {
        RetryOptions retries = options.getRetryOptions();
        if (jitter == 0 || retries == null || retries.getInitialInterval() == null) {
            return options;
        }
        double factor = 1 + Math.min(jitter, MOST) * (2 * drawn(seed) - 1);
        RetryOptions.Builder spread =
                RetryOptions.newBuilder(retries).setInitialInterval(times(retries.getInitialInterval(), factor));
        if (retries.getMaximumInterval() != null) {
            spread.setMaximumInterval(times(retries.getMaximumInterval(), factor));
        }
        return ActivityOptions.newBuilder(options)
                .setRetryOptions(spread.build())
                .build();
    }

    // From 0 to 1. Workflow code must not use Random, and Workflow.newRandom would change the IDs of the activities in
    // histories that are recorded already.
    private static double drawn(String seed) {
        int bits = ByteBuffer.wrap(Sha256.of(seed.getBytes(StandardCharsets.UTF_8)))
                .getInt();
        return (double) Integer.toUnsignedLong(bits) / (1L << 32);
    }

    private static Duration times(Duration wait, double factor) {
        return Duration.ofMillis(Math.max(1, Math.round(wait.toMillis() * factor)));
    }
}
