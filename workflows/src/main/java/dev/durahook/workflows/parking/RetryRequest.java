package dev.durahook.workflows.parking;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The input of the signal {@code retry}: nothing, the name of a policy as a JSON string, or an object with these fields.
 *
 * @param policy the policy for this time, instead of the step's own
 * @param step the one step to run again, where several are parked
 */
public record RetryRequest(
        @Nullable String policy, @Nullable String step) {

    /** Every parked step, each under its own policy. */
    public static final RetryRequest ALL = new RetryRequest(null, null);

    /**
     * As an operator wrote it.
     *
     * @throws IllegalArgumentException if it is neither a string nor an object
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RetryRequest of(JsonNode input) {
        return input.isTextual()
                ? new RetryRequest(Inputs.text(input), null)
                : new RetryRequest(Inputs.field(input, "policy"), Inputs.field(input, "step"));
    }
}
