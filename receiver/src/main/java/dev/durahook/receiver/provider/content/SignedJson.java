package dev.durahook.receiver.provider.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.durahook.receiver.delivery.Utf8Text;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.workflows.EventBody;
import java.io.IOException;

/**
 * Parses a JSON body that contains its own signature. Duplicate names are refused, because parsers differ in which
 * value they use, and a handler could read another value than the verified value. So are bodies that are not UTF-8: the
 * same values in UTF-16, or in overlong forms, have the same signature, but {@link
 * dev.durahook.workflows.json.JsonFields} finds no id in an overlong form, and events are not cut out of UTF-16.
 */
public final class SignedJson {

    // A tree takes 50 bytes for each token, which are 40 bytes for each byte of the densest body: the bodies of a few
    // strangers would fill the memory. Genuine bodies have some ten bytes a token.
    private static final int MAX_TOKENS = 200_000;
    private static final int ALWAYS_ALLOWED = 1_000;
    private static final int BYTES_PER_TOKEN = 6;

    private static final JsonFactory FACTORY = EventBody.parsers().build();

    private static final JsonMapper MAPPER = JsonMapper.builder(
                    EventBody.parsers().build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SignedJson() {}

    /**
     * Parses a whole body.
     *
     * @throws NotVerifiedException if the body is empty, is not JSON in UTF-8, has a name twice in one object, or has
     *     too many tokens for its size
     */
    public static JsonNode of(byte[] body) throws NotVerifiedException {
        Rejections.requireBody(body);
        requireUtf8(body);
        try {
            requireFewTokens(body);
            return MAPPER.readTree(body);
        } catch (IOException e) {
            // The exception's message would quote the body.
            throw Rejections.malformed("the body is not JSON, or has a name twice");
        }
    }

    // ASCII in UTF-16 or UTF-32 is valid UTF-8 with null characters, which JSON can't contain.
    private static void requireUtf8(byte[] body) throws NotVerifiedException {
        if (Utf8Text.of(body).filter(text -> text.indexOf(0) < 0).isEmpty()) {
            throw Rejections.malformed("the body is not JSON in UTF-8");
        }
    }

    private static void requireFewTokens(byte[] body) throws IOException, NotVerifiedException {
        int left = Math.min(MAX_TOKENS, ALWAYS_ALLOWED + body.length / BYTES_PER_TOKEN);
        try (JsonParser parser = FACTORY.createParser(body)) {
            while (parser.nextToken() != null) {
                if (--left < 0) {
                    throw Rejections.malformed("the body has too many parts for its size");
                }
            }
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
