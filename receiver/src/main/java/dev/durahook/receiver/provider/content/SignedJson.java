package dev.durahook.receiver.provider.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.workflows.EventBody;
import java.io.IOException;

/**
 * Parses a JSON body that contains its own signature. Duplicate names are refused, because parsers differ in which
 * value they use, and a handler could read another value than the verified value.
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
     * @throws NotVerifiedException if the body is empty, is not JSON, has a name twice in one object, or has too many
     *     tokens for its size
     */
    public static JsonNode of(byte[] body) throws NotVerifiedException {
        Rejections.requireBody(body);
        try {
            requireFewTokens(body);
            return MAPPER.readTree(body);
        } catch (IOException e) {
            // The exception's message would quote the body.
            throw Rejections.malformed("the body is not JSON, or has a name twice");
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
