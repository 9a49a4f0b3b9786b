package dev.durahook.workflows.size;

import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Functions.Func;
import org.jspecify.annotations.Nullable;

/**
 * A side effect whose value is not recorded if Temporal does not take it. The history then has no value, and the call
 * fails, also in a replay.
 */
final class BoundedSideEffect<R> implements Func<@Nullable R> {

    // The name under which a marker has the value.
    private static final int BESIDE_THE_VALUE = 64;

    private final Func<R> made;
    private final SentPayloads payloads;
    private final RecordedDecision refuses;
    private boolean isTooLarge;

    BoundedSideEffect(Func<R> made, SentPayloads payloads, RecordedDecision refuses) {
        this.made = made;
        this.payloads = payloads;
        this.refuses = refuses;
    }

    @Override
    public @Nullable R apply() {
        R value = measured();
        return isTooLarge ? null : value;
    }

    /**
     * The value of a side effect that may change, which must have a value. The workflow task fails, and is made again, until
     * a better version of the workflow is deployed.
     *
     * @throws IllegalStateException if Temporal does not take the value
     */
    R required() {
        R value = measured();
        if (isTooLarge) {
            throw new IllegalStateException(TooLarge.sideEffect().getOriginalMessage());
        }
        return value;
    }

    /**
     * The recorded value.
     *
     * @throws ApplicationFailure if Temporal does not take the value
     */
    @Nullable
    R taken(@Nullable R recorded) {
        boolean mayBeMissing = recorded == null || recorded instanceof RawValue;
        if (mayBeMissing && refuses.is(() -> isTooLarge)) {
            throw TooLarge.sideEffect();
        }
        return recorded;
    }

    private R measured() {
        R value = made.apply();
        isTooLarge = !payloads.fit(BESIDE_THE_VALUE, value);
        return value;
    }
}
