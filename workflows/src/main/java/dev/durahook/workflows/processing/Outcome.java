package dev.durahook.workflows.processing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a workflow of Durahook's own returns, for whoever opens it in the Web UI.
 *
 * @param outcome what became of the event
 * @param reason why, in a sentence
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outcome(String outcome, @Nullable String reason) {

    /** Somebody has given the event up. */
    public static Outcome discarded(String reason) {
        return new Outcome("discarded", reason);
    }

    /** Nobody has written a workflow for this type. */
    public static Outcome unhandled(String type) {
        return new Outcome(
                "unhandled",
                "No workflow of type " + type + " was registered with the worker. The event is kept until the"
                        + " namespace's retention ends; reset this workflow to process it once there is one.");
    }
}
