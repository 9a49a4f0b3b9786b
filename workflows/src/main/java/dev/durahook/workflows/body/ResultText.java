package dev.durahook.workflows.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temporal.common.converter.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads what code in any language has returned, as a text for a person. A worker of another language may return a
 * value of any type, and no type may cause a processed event to fail.
 */
public final class ResultText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ResultText() {}

    /** The text itself, or the JSON of any other value; empty for null and for bytes. */
    public static Optional<String> of(RawValue value) {
        PayloadEncoding encoding = PayloadEncoding.of(value);
        if (!encoding.isJson()) {
            return Optional.empty();
        }
        String json = value.getPayload().getData().toStringUtf8();
        return json.strip().equals("null") ? Optional.empty() : Optional.of(json.startsWith("\"") ? text(json) : json);
    }

    // JSON can escape half a character, and a text with half a character can't be written as JSON.
    private static String text(String json) {
        try {
            return new String(
                    JSON.readValue(json, String.class).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            return json;
        }
    }
}
