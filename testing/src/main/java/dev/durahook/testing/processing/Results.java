package dev.durahook.testing.processing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What a workflow returns, as text: its own words, or those of its handlers. */
final class Results {

    private Results() {}

    static @Nullable String text(@Nullable JsonNode result) {
        if (result == null) {
            return null;
        }
        return result.isTextual() ? result.textValue() : handlers(result);
    }

    // The default workflow lists what became of each step. Any other result is shown as it is.
    private static String handlers(JsonNode result) {
        JsonNode steps = result.path("steps");
        return steps.isArray()
                ? StreamSupport.stream(steps.spliterator(), false)
                        .map(step -> step.path("result").asText())
                        .collect(Collectors.joining("\n"))
                : Objects.toString(result);
    }
}
