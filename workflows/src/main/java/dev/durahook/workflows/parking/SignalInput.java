package dev.durahook.workflows.parking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.body.PayloadEncoding;
import dev.durahook.workflows.json.JsonNames;
import io.temporal.common.converter.RawValue;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The input of a signal: nothing, a JSON string, or an object. A signal with any other input has no effect, and the
 * current details say so; the SDK would drop the signal and only log a line.
 *
 * @param json the input; a missing node if the signal has no input, null if the input is not JSON
 * @param hasFieldTwice whether the input has a field twice, so that it is open which value is meant
 */
record SignalInput(@Nullable JsonNode json, boolean hasFieldTwice) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static SignalInput of(@Nullable RawValue input) {
        if (input == null || PayloadEncoding.of(input).isNull()) {
            return new SignalInput(MissingNode.getInstance(), false);
        }
        byte[] json = EventBody.bytes(input);
        return PayloadEncoding.of(input).isPlainJson()
                ? new SignalInput(read(json), JsonNames.areRepeated(json))
                : new SignalInput(null, false);
    }

    // No bytes are read as a missing node.
    private static @Nullable JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            return null;
        }
    }

    /** Why the input can't be understood. Empty if it can. */
    Optional<String> problem() {
        if (json == null) {
            return Optional.of("its input is not JSON. Put text in quotation marks");
        }
        return isAbsent() || json.isTextual() || json.isObject()
                ? Optional.empty()
                : Optional.of("its input must be text in quotation marks or an object");
    }

    /** A field that is not one of the known fields. */
    Optional<String> unknownField(Set<String> known) {
        return json == null || !json.isObject()
                ? Optional.empty()
                : json.properties().stream()
                        .map(field -> field.getKey())
                        .filter(name -> !known.contains(name))
                        .findFirst();
    }

    /**
     * A field without a usable value: a list, an object, or an empty text in a field that must name something. If such
     * a field were taken for absent, the signal would apply to every step.
     */
    Optional<String> unusableField(Set<String> naming) {
        return json == null || !json.isObject()
                ? Optional.empty()
                : json.properties().stream()
                        .filter(field -> field.getValue().isContainerNode()
                                || (naming.contains(field.getKey()) && isEmptyText(field.getValue())))
                        .map(field -> field.getKey())
                        .findFirst();
    }

    /** Whether a field is null, as a script writes it whose variable is empty. */
    boolean isNull(String name) {
        return json != null && json.path(name).isNull();
    }

    private static boolean isEmptyText(JsonNode value) {
        return value.isTextual() && value.asText().isBlank();
    }

    /**
     * The text of a field, null if it is blank or absent. If the whole input is a string and {@code orWholeInput} is
     * true, that string is the field's text.
     */
    @Nullable
    String field(String name, boolean orWholeInput) {
        if (json == null) {
            return null;
        }
        JsonNode value = json.isTextual() && orWholeInput ? json : json.path(name);
        return value.asText().isBlank() || value.isNull() ? null : value.asText();
    }

    private boolean isAbsent() {
        return json != null && (json.isMissingNode() || json.isNull());
    }
}
