package dev.durahook.workflows.routing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.durahook.workflows.attempt.FirstFailure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the first attempt of a step has ended, which the worker made inside the workflow task.
 *
 * @param step the step's key
 * @param result what the step reported, if it succeeded
 * @param failure why the attempt failed; absent if it succeeded
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FirstAttempt(
        String step, @Nullable String result, @Nullable FirstFailure failure) {

    /** The attempt succeeded. */
    public static FirstAttempt done(PlannedStep step, @Nullable String result) {
        return new FirstAttempt(step.key(), result, null);
    }

    /** The attempt failed. */
    public static FirstAttempt failed(PlannedStep step, FirstFailure failure) {
        return new FirstAttempt(step.key(), null, failure);
    }

    /** Whether the step is done. */
    public boolean succeeded() {
        return failure == null;
    }

    /** Why the attempt failed; empty if it succeeded. */
    public Optional<FirstFailure> failed() {
        return Optional.ofNullable(failure);
    }
}
