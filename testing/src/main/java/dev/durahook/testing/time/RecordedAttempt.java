package dev.durahook.testing.time;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at an activity.
 *
 * @param workflowId the ID of the workflow for which the attempt was made: that of an event, or a child workflow
 * @param activity the activity's name
 * @param run the same for all attempts under one policy; a different one after a retry by hand
 * @param started the moment before the attempt
 * @param ended the moment after the attempt
 * @param failure the failure of the attempt; null if it succeeded
 */
public record RecordedAttempt(
        String workflowId,
        String activity,
        String run,
        Moment started,
        Moment ended,
        @Nullable String failure) {

    /** When the attempt started, on the test server's clock. */
    public Instant startedAt() {
        return started.skipping();
    }
}
