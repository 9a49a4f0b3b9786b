package dev.durahook.workflows.parking;

import dev.durahook.workflows.text.Excerpt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The decision of an operator on parked steps: to retry them, perhaps under another policy, or to discard them for a
 * reason.
 *
 * @param step the key or the title of the step; all parked steps if absent
 * @param policy the policy to retry under; each step's own if absent
 * @param discardReason why the step is discarded; absent if the step is to be retried
 */
record Decision(
        @Nullable String step,
        @Nullable String policy,
        @Nullable String discardReason) {

    static final String STEP = "step";
    static final String POLICY = "policy";
    static final String REASON = "reason";
    static final Set<String> OF_RETRY = Set.of(STEP, POLICY);
    static final Set<String> OF_DISCARD = Set.of(STEP, REASON);

    /** The fields whose value names a step or a policy, and therefore must not be an empty text. */
    static final Set<String> NAMING = Set.of(STEP, POLICY);

    // If a policy is not declared, its name is written into the history several times.
    private static final int LONGEST_POLICY = 200;

    static Decision retry(SignalInput input) {
        return new Decision(input.field(STEP, false), excerpt(input.field(POLICY, true), LONGEST_POLICY), null);
    }

    /**
     * A decision to discard. The reason is absent if the signal has none. The workflow's result repeats the reason, and
     * has less room than a signal.
     */
    static Decision discard(SignalInput input) {
        return new Decision(input.field(STEP, false), null, excerpt(input.field(REASON, true), Excerpt.LIMIT));
    }

    static Decision discard(String reason) {
        return new Decision(null, null, reason);
    }

    private static @Nullable String excerpt(@Nullable String text, int limit) {
        return text == null ? null : Excerpt.of(text, limit);
    }
}
