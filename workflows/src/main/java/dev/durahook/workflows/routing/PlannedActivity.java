package dev.durahook.workflows.routing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The activity of a destination whose code runs on workers of the application's own, in any language.
 *
 * @param type the activity type
 * @param taskQueue the task queue of those workers
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PlannedActivity(String type, String taskQueue) {}
