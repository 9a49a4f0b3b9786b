package dev.durahook.receiver.provider.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.durahook.receiver.verification.NotVerifiedException;
import java.io.IOException;

/**
 * Parses a JSON body that contains its own signature. Duplicate names are refused, because parsers differ in which
 * value they use, and a handler could read another value than the verified value.
 */
public final class SignedJson {

    // A tree takes some 25 bytes for each byte of {},{},{}: the bodies of a few strangers would fill the memory.
    // Genuine
    // bodies have at least ten bytes a token.
    private static final int MAX_TOKENS = 200_000;

    // The table of names that Jackson shares between documents would be filled by strangers.
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MAX_TOKENS)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SignedJson() {}

    /**
     * Parses a whole body.
     *
     * @throws NotVerifiedException if the body is empty, is not JSON, has a name twice in one object, or has more than
     *     {@value #MAX_TOKENS} tokens
     */
    public static JsonNode of(byte[] body) throws NotVerifiedException {
        Rejections.requireBody(body);
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            // The exception's message would quote the body.
            throw Rejections.malformed("the body is not JSON, has a name twice, or has too many parts");
        }
    }

    /**
     * The text of a field.
     *
     * @throws NotVerifiedException if the field is missing, is empty, or is not a text
     */
    public static String text(JsonNode object, String name) throws NotVerifiedException {
        JsonNode value = object.path(name);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw Rejections.missing("text '" + name + "' in the body");
        }
        return value.textValue();
    }
}
