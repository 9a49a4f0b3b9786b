package dev.durahook.workflows.processing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.workflows.body.ResultText;
import dev.durahook.workflows.destination.DestinationReceipt;
import dev.durahook.workflows.text.Excerpt;
import io.temporal.common.converter.RawValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of a step's activity, as a text for a person. The step is done with any result: an operator may have
 * completed the activity by hand.
 *
 * <p>The activity must be called for a {@link RawValue}. If it is called for a type, a value of another type fails the
 * workflow's tasks for ever; and the exception can't be caught, because the SDK throws the same one if the activity has
 * failed, or was not scheduled, and the application's codec could not read the failure or write the arguments.
 */
final class StepResult {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private StepResult() {}

    /** The result of a handler. Empty for null and for bytes. */
    static Optional<String> ofHandler(@Nullable RawValue result) {
        return Optional.ofNullable(result).flatMap(ResultText::of);
    }

    /** The sentence of a destination's receipt, or what an operator wrote in its place. Empty for null and for bytes. */
    static Optional<String> ofDestination(@Nullable RawValue result) {
        return ofHandler(result).flatMap(StepResult::sentence);
    }

    private static Optional<String> sentence(String result) {
        try {
            JsonNode receipt = unwrapped(JSON.readTree(result));
            return isReceipt(receipt)
                    ? Optional.ofNullable(receipt.path(DestinationReceipt.TEXT).textValue())
                    : Optional.of(Excerpt.of(result));
        } catch (JsonProcessingException notJson) {
            return Optional.of(Excerpt.of(result));
        }
    }

    // A mapper of the application may write the name of the type in front of the receipt, or around it.
    private static JsonNode unwrapped(JsonNode json) {
        if (json.isArray() && json.size() == 2 && json.path(0).isTextual()) {
            return json.path(1);
        }
        return json.size() == 1 && isReceipt(json.elements().next())
                ? json.elements().next()
                : json;
    }

    private static boolean isReceipt(JsonNode json) {
        return json.path(DestinationReceipt.STATUS).isInt();
    }
}
