package dev.durahook.workflows.processing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.durahook.workflows.parking.ParkedStep;
import dev.durahook.workflows.routing.Plan;
import java.util.List;

/**
 * The progress of an event, passed from one run of its workflow to the next when the history has grown long.
 *
 * @param plan the plan of the event
 * @param ended the steps that have ended
 * @param parked the steps that wait for a decision; all others have ended
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record EventProgress(Plan plan, @JsonProperty("fates") List<StepOutcome> ended, List<ParkedStep> parked) {

    static EventProgress begin(Plan plan) {
        return new EventProgress(plan, List.of(), List.of());
    }

    /** The progress of an event that has no plan yet. */
    static EventProgress unplanned(List<ParkedStep> parked) {
        return new EventProgress(new Plan(List.of(), true), List.of(), parked);
    }
}
