package dev.durahook.workflows.routing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps for one event. A workflow asks for the plan once and records it, so that routes may change while the
 * workflow runs.
 *
 * @param steps the steps, which all run at the same time; empty if nothing is declared for the event type
 * @param parkUnhandled whether an event without a step waits for a decision instead of being completed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Plan(List<PlannedStep> steps, boolean parkUnhandled) {

    public Plan {
        steps = orEmpty(steps);
    }

    private static List<PlannedStep> orEmpty(@Nullable List<PlannedStep> steps) {
        return steps == null ? List.of() : List.copyOf(steps);
    }
}
