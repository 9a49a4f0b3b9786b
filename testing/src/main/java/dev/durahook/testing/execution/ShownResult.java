package dev.durahook.testing.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the result of a workflow as text: its own result, or the results of its handlers. */
public final class ShownResult {

    private ShownResult() {}

    /**
     * The result of a workflow as text; null if there is no result. For the default workflow, the result of each step
     * on a line of its own.
     */
    public static @Nullable String text(@Nullable JsonNode result) {
        if (result == null) {
            return null;
        }
        return result.isTextual() ? result.textValue() : handlers(result);
    }

    // The default workflow returns the result of each step. Any other result is shown unchanged.
    private static String handlers(JsonNode result) {
        JsonNode steps = result.path("steps");
        return steps.isArray()
                ? StreamSupport.stream(steps.spliterator(), false)
                        .map(step -> step.path("result").asText())
                        .collect(Collectors.joining("\n"))
                : Objects.toString(result);
    }
}
