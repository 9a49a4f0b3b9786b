package dev.durahook.workflows.parking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.EncodingKeys;
import io.temporal.common.converter.RawValue;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The input of a signal: nothing, a JSON string, or an object. Any other input has no effect, and the operator is told
 * so; the SDK would drop the signal and only log a line.
 *
 * @param json the input; a missing node if the signal has no input, null if the input is not JSON
 */
record SignalInput(@Nullable JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ByteString JSON_PLAIN = ByteString.copyFromUtf8("json/plain");
    private static final ByteString NULL = ByteString.copyFromUtf8("binary/null");

    static SignalInput of(@Nullable RawValue input) {
        Payload payload = input == null ? Payload.getDefaultInstance() : input.getPayload();
        ByteString encoding = payload.getMetadataOrDefault(EncodingKeys.METADATA_ENCODING_KEY, NULL);
        if (encoding.equals(NULL)
                || (encoding.equals(JSON_PLAIN) && payload.getData().isEmpty())) {
            return new SignalInput(MissingNode.getInstance());
        }
        return new SignalInput(encoding.equals(JSON_PLAIN) ? read(payload.getData()) : null);
    }

    private static @Nullable JsonNode read(ByteString data) {
        try {
            return JSON.readTree(data.toByteArray());
        } catch (IOException e) {
            return null;
        }
    }

    /** Why the input can't be understood. Empty if it can. */
    Optional<String> problem() {
        if (json == null) {
            return Optional.of("its input is no JSON. Put a text into quotation marks");
        }
        return isAbsent() || json.isTextual() || json.isObject()
                ? Optional.empty()
                : Optional.of("its input is neither a text in quotation marks nor an object");
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

    private static boolean isEmptyText(JsonNode value) {
        return value.isTextual() && value.asText().isBlank();
    }

    /**
     * The text of a field, null if it is blank or absent. If the whole input is a string and {@code standsForIt} is
     * true, that string is the field's text.
     */
    @Nullable
    String field(String name, boolean standsForIt) {
        if (json == null) {
            return null;
        }
        JsonNode value = json.isTextual() && standsForIt ? json : json.path(name);
        return value.asText().isBlank() || value.isNull() ? null : value.asText();
    }

    private boolean isAbsent() {
        return json != null && (json.isMissingNode() || json.isNull());
    }
}
