package dev.durahook.receiver.provider;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.durahook.receiver.signature.NotVerifiedException;
import dev.durahook.receiver.signature.Rejection;
import java.io.IOException;

/**
 * A JSON body in which the signature is. One value and no name twice: which of two a handler would see is up to its
 * parser, and what was verified must be what is handled.
 */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static JsonNode of(byte[] body) throws NotVerifiedException {
        if (body.length == 0) {
            throw new NotVerifiedException(Rejection.BODY_EMPTY, "the body is empty");
        }
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            // Its message quotes the body.
            throw Texts.malformed("the body is not JSON, or names a value twice");
        }
    }

    /** A text of an object. */
    static String text(JsonNode object, String name) throws NotVerifiedException {
        JsonNode value = object.path(name);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw Texts.missing("text '" + name + "' in the body");
        }
        return value.textValue();
    }
}
