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
 * What an operator wrote into a signal: nothing, a JSON string, or an object. Anything else is told to the operator, and
 * has no effect: the SDK would drop it with a line in the log.
 *
 * @param json the input; a missing node if there is none, and null if it is no JSON
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

    /** What keeps it from being understood at all; nothing if it is none of this. */
    Optional<String> problem() {
        if (json == null) {
            return Optional.of("its input is no JSON. Put a text into quotation marks");
        }
        return isAbsent() || json.isTextual() || json.isObject()
                ? Optional.empty()
                : Optional.of("its input is neither a text in quotation marks nor an object");
    }

    /** A field that is none of these. */
    Optional<String> unknownField(Set<String> known) {
        return json == null || !json.isObject()
                ? Optional.empty()
                : json.properties().stream()
                        .map(field -> field.getKey())
                        .filter(name -> !known.contains(name))
                        .findFirst();
    }

    /**
     * A field of which nothing can be made: a list or an object, or an empty text that is to name something. Taken for
     * absent, it would stand for every step.
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

    /** The text of a field; that of the whole input if it is a string and this is the field that it stands for. */
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
