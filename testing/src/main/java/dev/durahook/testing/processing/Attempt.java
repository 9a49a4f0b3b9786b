package dev.durahook.testing.processing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at an activity.
 *
 * @param workflowId the workflow that it was made for: an event, or a child workflow
 * @param activity the activity's name
 * @param run the same for all attempts under one policy; another after a retry by hand
 * @param failure what it failed with, or nothing
 */
record Attempt(
        String workflowId,
        String activity,
        String run,
        Instant started,
        Instant ended,
        @Nullable String failure) {}
