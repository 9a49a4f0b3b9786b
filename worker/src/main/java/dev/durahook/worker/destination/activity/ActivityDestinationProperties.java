package dev.durahook.worker.destination.activity;

import org.jspecify.annotations.Nullable;

/**
 * The keys of a destination of the kind activity under {@code durahook.destinations.<name>}.
 *
 * @param activity the activity type, as the team's worker registers it
 * @param taskQueue the task queue of the team's worker
 */
record ActivityDestinationProperties(
        @Nullable String activity, @Nullable String taskQueue) {}
