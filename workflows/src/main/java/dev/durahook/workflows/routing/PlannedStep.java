package dev.durahook.workflows.routing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * One step of a plan.
 *
 * @param kind what carries it out
 * @param name the destination's or the handler's name
 * @param policy the policy's name
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PlannedStep(Kind kind, String name, String policy) {

    /** What carries a step out. The names are wire format. */
    public enum Kind {
        /** The event is posted to a destination. */
        DELIVERY,
        /** A handler of the application runs. */
        HANDLER
    }

    /** By what the step is found again; unique within a plan. */
    public String key() {
        return switch (kind) {
            case DELIVERY -> StepKey.delivery(name);
            case HANDLER -> StepKey.handler(name);
        };
    }

    /** What the step does, as an operator reads it. */
    public String title() {
        return switch (kind) {
            case DELIVERY -> "Deliver to " + name;
            case HANDLER -> "Handle: " + name;
        };
    }
}
