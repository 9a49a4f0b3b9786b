package dev.durahook.workflows.processing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What became of one step.
 *
 * @param step what it was to do
 * @param outcome {@code done} or {@code discarded}
 * @param result what the step reported, or why it was discarded
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fate(String step, String outcome, @Nullable String result) {

    private static final String DISCARDED = "discarded";

    static Fate done(String step, @Nullable String result) {
        return new Fate(step, "done", result);
    }

    static Fate discarded(String step, String reason) {
        return new Fate(step, DISCARDED, reason);
    }

    boolean isDiscarded() {
        return outcome.equals(DISCARDED);
    }
}
