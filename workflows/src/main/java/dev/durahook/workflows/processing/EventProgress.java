package dev.durahook.workflows.processing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.parking.ParkedStep;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.text.Excerpt;
import io.temporal.api.common.v1.Payloads;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.RawValue;
import java.util.List;
import java.util.Objects;

/**
 * The progress of an event, passed from one run of its workflow to the next when the history has grown long.
 *
 * @param plan the plan of the event
 * @param ended the steps that have ended
 * @param parked the steps that wait for a decision; all others have ended
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record EventProgress(Plan plan, @JsonProperty("fates") List<StepOutcome> ended, List<ParkedStep> parked) {

    // An application's own mapper may leave out empty lists.
    EventProgress {
        ended = Objects.requireNonNullElse(ended, List.of());
        parked = Objects.requireNonNullElse(parked, List.of());
    }

    // Temporal terminates a workflow that passes more than 2 MiB on to its next run. A codec needs some bytes, too.
    private static final int MOST_BYTES = 2 * 1024 * 1024 - 16 * 1024;

    static EventProgress begin(Plan plan) {
        return new EventProgress(plan, List.of(), List.of());
    }

    /** The progress of an event that has no plan yet. */
    static EventProgress unplanned(List<ParkedStep> parked) {
        return new EventProgress(new Plan(List.of(), true), List.of(), parked);
    }

    /** The same progress; its texts are cut if the event, the body and the progress are too large for a new run. */
    EventProgress fitting(WebhookEvent event, RawValue body) {
        EventProgress fitting = this;
        for (int limit = Excerpt.LIMIT; limit > 1 && bytes(event, body, fitting) > MOST_BYTES; limit /= 2) {
            fitting = shortened(limit / 2);
        }
        return fitting;
    }

    private static int bytes(Object... arguments) {
        return DefaultDataConverter.STANDARD_INSTANCE
                .toPayloads(arguments)
                .map(Payloads::getSerializedSize)
                .orElse(0);
    }

    private EventProgress shortened(int limit) {
        return new EventProgress(
                plan,
                ended.stream().map(outcome -> outcome.shortened(limit)).toList(),
                parked.stream().map(step -> step.shortened(limit)).toList());
    }
}
