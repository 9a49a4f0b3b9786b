package dev.durahook.workflows.routing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.durahook.workflows.TaskPriority;
import org.jspecify.annotations.Nullable;

/**
 * One step of a plan: sending the event to a destination, or running a handler.
 *
 * @param kind whether a destination or a handler gets the event
 * @param name the destination's or the handler's name
 * @param policy the policy's name
 * @param priority the priority of the step's activity; absent if it is the workflow's
 * @param activity the activity to which the destination's events go; absent if the worker itself sends them
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PlannedStep(
        Kind kind,
        String name,
        String policy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TaskPriority priority,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PlannedActivity activity) {

    /** A step of the worker itself, with the workflow's priority. */
    public PlannedStep(Kind kind, String name, String policy) {
        this(kind, name, policy, null, null);
    }

    /**
     * The same step, with its activity on this task queue. A step of the worker itself remains as it is. For tests of
     * applications.
     */
    public PlannedStep withActivityOn(String taskQueue) {
        return activity == null
                ? this
                : new PlannedStep(kind, name, policy, priority, new PlannedActivity(activity.type(), taskQueue));
    }

    /** The kinds of steps. The names are wire format. */
    public enum Kind {
        /** The event is sent to a destination. */
        DELIVERY,
        /** A handler of the application runs. */
        HANDLER
    }

    /** The key by which signals and later runs find the step; unique within a plan. */
    public String key() {
        return switch (kind) {
            case DELIVERY -> StepKey.delivery(name);
            case HANDLER -> StepKey.handler(name);
        };
    }

    /** The step's title, which tells an operator what the step does. */
    public String title() {
        return switch (kind) {
            case DELIVERY -> "Deliver to " + name;
            case HANDLER -> "Handle: " + name;
        };
    }
}
