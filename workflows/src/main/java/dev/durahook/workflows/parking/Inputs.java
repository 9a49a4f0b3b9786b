package dev.durahook.workflows.parking;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What operators write into a signal's input. A blank text is none. */
final class Inputs {

    private Inputs() {}

    static @Nullable String text(JsonNode input) {
        return input.asText().isBlank() ? null : input.asText();
    }

    static @Nullable String field(JsonNode input, String name) {
        if (!input.isObject()) {
            throw new IllegalArgumentException("the input must be a JSON string or an object");
        }
        return text(input.path(name));
    }
}
