package dev.durahook.workflows.processing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.durahook.workflows.routing.PlannedStep;
import dev.durahook.workflows.routing.StepKey;
import dev.durahook.workflows.text.Excerpt;
import org.jspecify.annotations.Nullable;

/**
 * How one step of an event has ended.
 *
 * @param key the step's key, see {@link StepKey}; absent if an older worker has written this record
 * @param step the step's title, as an operator reads it
 * @param outcome {@code done} or {@code discarded}
 * @param result what the step reported, or why it was discarded
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepOutcome(
        @Nullable String key,
        String step,
        String outcome,
        @Nullable String result) {

    private static final String DISCARDED = "discarded";

    static StepOutcome done(PlannedStep step, @Nullable String result) {
        return new StepOutcome(step.key(), step.title(), "done", result);
    }

    static StepOutcome discarded(PlannedStep step, String reason) {
        return new StepOutcome(step.key(), step.title(), DISCARDED, reason);
    }

    /** The same with at most this many UTF-16 code units of the result. */
    StepOutcome shortened(int limit) {
        return result == null ? this : new StepOutcome(key, step, outcome, Excerpt.of(result, limit));
    }

    boolean isOf(PlannedStep planned) {
        return planned.key().equals(key == null ? StepKey.of(step) : key);
    }

    boolean isDiscarded() {
        return outcome.equals(DISCARDED);
    }
}
