package dev.durahook.workflows.attempt;

import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import org.jspecify.annotations.Nullable;

/** The answer of a worker that makes no first attempt inside the workflow task. The activity is scheduled instead. */
public final class NoAttempt {

    private static final String TYPE = "NoInlineAttempt";

    private NoAttempt() {}

    /**
     * The failure that says so.
     *
     * @param reason why no attempt was made, as the rest of a sentence
     */
    public static ApplicationFailure because(String reason) {
        return ApplicationFailure.newBuilder()
                .setMessage("Not tried inside the workflow task, but scheduled: " + reason)
                .setType(TYPE)
                .setNonRetryable(true)
                .setCategory(ApplicationErrorCategory.BENIGN)
                .build();
    }

    /** Whether a failure says that no attempt was made. */
    public static boolean isSaidBy(@Nullable Throwable failure) {
        return failure instanceof ApplicationFailure application && TYPE.equals(application.getType());
    }
}
