package dev.durahook.workflows.parking;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The input of the signal {@code discard}: the reason as a JSON string, or an object with these fields.
 *
 * @param reason why, for whoever reads the workflow later
 * @param step the one step to give up, where several are parked
 */
public record DiscardRequest(
        @Nullable String reason, @Nullable String step) {

    /**
     * As an operator wrote it.
     *
     * @throws IllegalArgumentException if it is neither a string nor an object
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DiscardRequest of(JsonNode input) {
        return input.isTextual()
                ? new DiscardRequest(Inputs.text(input), null)
                : new DiscardRequest(Inputs.field(input, "reason"), Inputs.field(input, "step"));
    }
}
