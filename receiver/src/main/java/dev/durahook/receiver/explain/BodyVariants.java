package dev.durahook.receiver.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.durahook.workflows.EventBody;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** Bodies that may have been sent, before a proxy or framework reformatted the body. */
final class BodyVariants {

    // Each level of nesting adds white space to each line of an indented text. The body may be a stranger's.
    private static final int MAX_DEPTH = 20;

    private static final JsonMapper JSON = JsonMapper.builder(EventBody.parsers()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private BodyVariants() {}

    /** The variants, created one by one to save memory. JSON with more than 20 levels is not reformatted. */
    static Stream<BodyVariant> of(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        String lines = text.replace("\r\n", "\n");
        Stream<BodyVariant> plain = Stream.of(
                variant("without white space around it", text.strip()),
                variant("with a line feed at its end", text + "\n"),
                variant("with CR LF at its end", text + "\r\n"),
                variant("with LF for every CR LF", lines),
                variant("with CR LF for every LF", lines.replace("\n", "\r\n")));
        return Stream.concat(plain, json(text).stream().flatMap(BodyVariants::written));
    }

    private static Stream<BodyVariant> written(JsonNode json) {
        return JsonStyle.all().stream().flatMap(style -> {
            String written = style.write(json);
            return Stream.of(
                    variant("as JSON " + style.name(), written),
                    variant("as JSON " + style.name() + ", with a line feed at its end", written + "\n"));
        });
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException | NumberFormatException e) {
            // NumberFormatException is thrown for numbers with too large an exponent.
            return Optional.empty();
        }
    }

    private static BodyVariant variant(String name, String text) {
        return new BodyVariant(name, text);
    }

    /**
     * A variant of the body.
     *
     * @param name a description, to follow "the body"
     * @param text the variant's text
     */
    record BodyVariant(String name, String text) {

        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
