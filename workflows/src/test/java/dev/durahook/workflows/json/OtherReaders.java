package dev.durahook.workflows.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The values that other JSON readers find in a body: a strict reader, and the most lenient reader that a handler could
 * use.
 */
final class OtherReaders {

    private static final ObjectMapper STRICT = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final ObjectMapper LENIENT = new ObjectMapper(lenient());

    private OtherReaders() {}

    /** The tree of a body that is JSON in UTF-8 and contains no name twice. */
    static Optional<JsonNode> strict(byte[] body) {
        return read(STRICT, body, CodingErrorAction.REPORT);
    }

    /** The tree of a body that a lenient reader takes for JSON. If a name occurs twice, the last value counts. */
    static Optional<JsonNode> lenient(byte[] body) {
        return read(LENIENT, body, CodingErrorAction.REPLACE);
    }

    private static Optional<JsonNode> read(ObjectMapper mapper, byte[] body, CodingErrorAction onMalformed) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(onMalformed)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            JsonNode tree = mapper.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            return Optional.of(tree).filter(node -> !node.isMissingNode());
        } catch (IOException | NumberFormatException e) {
            // Jackson accepts "." as a number until the number is read.
            return Optional.empty();
        }
    }

    private static JsonFactory lenient() {
        return JsonFactory.builder()
                .enable(
                        JsonReadFeature.ALLOW_JAVA_COMMENTS,
                        JsonReadFeature.ALLOW_YAML_COMMENTS,
                        JsonReadFeature.ALLOW_SINGLE_QUOTES,
                        JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
                        JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                        JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                        JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
                        JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS,
                        JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS,
                        JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS,
                        JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
                        JsonReadFeature.ALLOW_MISSING_VALUES,
                        JsonReadFeature.ALLOW_TRAILING_COMMA)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(100_000)
                        .maxNumberLength(100_000)
                        .build())
                .build();
    }
}
