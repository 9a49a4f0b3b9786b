package dev.durahook.workflows.routing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps for one event. A workflow asks for the plan once and records it, so that routes may change while the
 * workflow runs.
 *
 * @param steps the steps, which all run at the same time; empty if nothing is declared for the event type
 * @param parkUnhandled whether an event without a step waits for a decision instead of being completed
 * @param beginning what the worker did together with the plan; absent if it only made the plan
 * @param unmet why routes for the event type do not apply, a sentence for each; only if there are no steps
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Plan(
        List<PlannedStep> steps,
        boolean parkUnhandled,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable WorkWithPlan beginning,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> unmet) {

    public Plan {
        steps = orEmpty(steps);
        unmet = orEmpty(unmet);
    }

    /** A plan with which nothing was begun. */
    public Plan(List<PlannedStep> steps, boolean parkUnhandled) {
        this(steps, parkUnhandled, null, List.of());
    }

    /** The same plan with what the worker did together with it. */
    public Plan with(WorkWithPlan made) {
        return new Plan(steps, parkUnhandled, made, unmet);
    }

    /** The plan alone, for the next run of the workflow: by then, policies may be declared anew. */
    public Plan withoutBeginning() {
        return beginning == null ? this : new Plan(steps, parkUnhandled);
    }

    /** The work that the worker did together with the plan. */
    public WorkWithPlan begun() {
        return beginning == null ? WorkWithPlan.NONE : beginning;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
