package dev.durahook.workflows.body;

import io.temporal.common.converter.EncodingKeys;
import io.temporal.common.converter.RawValue;
import java.util.Set;

/**
 * The encoding that a payload's metadata names. Temporal's converters write {@code binary/null} for null.
 *
 * @param name the encoding's name, such as {@code json/plain}; {@code binary/null} if the metadata names none
 */
public record PayloadEncoding(String name) {

    private static final String NULL = "binary/null";
    private static final String PLAIN_JSON = "json/plain";
    private static final Set<String> OF_TEMPORAL =
            Set.of(NULL, PLAIN_JSON, "binary/plain", "json/protobuf", "binary/protobuf");
    private static final String ANY_JSON = "json/";

    public static PayloadEncoding of(RawValue value) {
        return value.getPayload().containsMetadata(EncodingKeys.METADATA_ENCODING_KEY)
                ? new PayloadEncoding(value.getPayload()
                        .getMetadataOrThrow(EncodingKeys.METADATA_ENCODING_KEY)
                        .toStringUtf8())
                : new PayloadEncoding(NULL);
    }

    /**
     * Whether the payload stands for null. If null is passed to an activity as a raw value, the activity gets such a
     * payload.
     */
    public boolean isNull() {
        return name.equals(NULL);
    }

    /** Whether the payload is JSON as Temporal's default converter writes it. */
    public boolean isPlainJson() {
        return name.equals(PLAIN_JSON);
    }

    /** Whether one of Temporal's default converters wrote the payload, and not a converter of the application. */
    public boolean isOfTemporal() {
        return OF_TEMPORAL.contains(name);
    }

    /** Whether the payload is JSON in any form, such as a Protobuf message in JSON. */
    public boolean isJson() {
        return name.startsWith(ANY_JSON);
    }
}
