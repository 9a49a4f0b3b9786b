package dev.durahook.workflows.routing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done with one event. Asked for once and recorded, so that routes may change while it runs.
 *
 * @param steps all of them run at the same time, none waits for another; none if nothing is declared for the type
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
