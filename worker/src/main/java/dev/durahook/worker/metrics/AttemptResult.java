package dev.durahook.worker.metrics;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import io.temporal.failure.CanceledFailure;
import java.util.Locale;

/** How an attempt ended, as the metric shows it. */
enum AttemptResult {
    /** The attempt returned its result. */
    SUCCEEDED,
    /** The attempt failed. */
    FAILED,
    /** The attempt ended because it was no longer wanted, or because its worker stopped. */
    CANCELED,
    /** The attempt returned, and its result is reported later, by its task token. */
    OPEN;

    /** How an attempt ended that returned. */
    static AttemptResult of(ActivityExecutionContext returned) {
        return returned.isDoNotCompleteOnReturn() ? OPEN : SUCCEEDED;
    }

    /** How an attempt ended that threw this failure. */
    static AttemptResult of(Throwable failure) {
        return failure instanceof ActivityCompletionException || failure instanceof CanceledFailure ? CANCELED : FAILED;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
