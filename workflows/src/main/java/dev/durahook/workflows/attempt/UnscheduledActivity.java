package dev.durahook.workflows.attempt;

import io.temporal.api.enums.v1.RetryState;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;

/** An activity that is not scheduled, because Temporal would end the workflow for it. */
public final class UnscheduledActivity {

    private UnscheduledActivity() {}

    /** The failure of the activity, as if it had been scheduled and had failed for good. */
    public static ActivityFailure failure(String type, ApplicationFailure cause) {
        return new ActivityFailure(
                cause.getOriginalMessage(), 0, 0, type, "", RetryState.RETRY_STATE_NON_RETRYABLE_FAILURE, "", cause);
    }
}
