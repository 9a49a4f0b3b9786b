package dev.durahook.receiver.provider.content;

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

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SignedJson() {}

    /**
     * Parses a whole body.
     *
     * @throws NotVerifiedException if the body is empty, is not JSON, or has a name twice in one object
     */
    public static JsonNode of(byte[] body) throws NotVerifiedException {
        Rejections.requireBody(body);
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            // The exception's message would quote the body.
            throw Rejections.malformed("the body is not JSON, or has a name twice");
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
