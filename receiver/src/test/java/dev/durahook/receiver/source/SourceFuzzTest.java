package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.json.JsonElements;
import dev.durahook.receiver.json.JsonFields;
import dev.durahook.receiver.signature.Verdict.Rejected;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.springframework.util.MimeType;

/**
 * Whatever a stranger sends to a source gets the verdict, and whatever a genuine sender sends an event or a 400.
 *
 * <p>A normal build replays the inputs under {@code SourceFuzzTestInputs}. CONTRIBUTING says how to search for more.
 */
class SourceFuzzTest {

    private static final CatalogueSources CATALOGUE = new CatalogueSources();
    private static final Set<String> POINTERS = Set.of("/id", "/data/id", "/data/events/0/type", "/a~1b/~0");
    private static final List<String> ARRAYS = List.of("", "/events", "/a/b");
    private static final int MAXIMUM = 3;
    private static final Summary SUMMARY = new Summary("{type}[ {/id}][ · {/data/id}]");
    private static final MediaTypes JSON =
            new MediaTypes(List.of(MimeType.valueOf("application/json"), MimeType.valueOf("application/*+json")));
    private static final ObjectMapper STRICT_READER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    @FuzzTest(maxDuration = "5m")
    void request(byte[] sent) {
        HostileRequest request = new HostileRequest(sent);
        CatalogueSources.Entry scheme = CATALOGUE.named(request.line());
        Delivery delivery = request.delivery(scheme.headers());
        assertThat(scheme.source().verify(delivery)).isInstanceOf(Rejected.class);
        assertThat(scheme.source().keptHeaders(delivery)).doesNotContainKey("authorization");
        Readable.check(scheme.source(), delivery);
    }

    /** What a reader finds that takes no name twice is what we find. */
    @FuzzTest(maxDuration = "5m")
    void jsonFields(byte[] sent) {
        Optional<JsonFields> fields = JsonFields.read(sent, POINTERS);
        tree(sent).ifPresent(tree -> {
            assertThat(fields).isPresent();
            POINTERS.forEach(pointer -> {
                Optional<String> found = fields.flatMap(read -> read.at(pointer));
                assertThat(tree.at(pointer).isIntegralNumber() ? found.map(SourceFuzzTest::normal) : found)
                        .isEqualTo(value(tree.at(pointer)));
            });
        });
    }

    /** Where a reader finds an array of objects, we cut out the same objects. */
    @FuzzTest(maxDuration = "5m")
    void jsonElements(byte[] sent) {
        for (String pointer : ARRAYS) {
            Optional<List<byte[]>> elements = JsonElements.read(sent, pointer, MAXIMUM);
            assertThat(elements.map(List::size).orElse(0)).isLessThanOrEqualTo(MAXIMUM + 1);
            tree(sent)
                    .map(tree -> tree.at(pointer))
                    .filter(SourceFuzzTest::isOfObjects)
                    .ifPresent(array -> {
                        // Without an offset in bytes nothing is cut out.
                        List<byte[]> cut = elements.orElse(List.of());
                        for (int i = 0; i < cut.size(); i++) {
                            assertThat(tree(cut.get(i))).hasValue(array.get(i));
                        }
                    });
        }
    }

    /** The first line is the type, the rest the body. */
    @FuzzTest(maxDuration = "5m")
    void summary(byte[] sent) {
        HostileRequest request = new HostileRequest(sent);
        String type = request.line();
        Readable.checkSummary(SUMMARY.of(type, Facts.of(request.delivery(List.of()), SUMMARY.pointers())));
    }

    @FuzzTest(maxDuration = "5m")
    void mediaType(byte[] sent) {
        String type = new String(sent, StandardCharsets.ISO_8859_1);
        if (JSON.accept(type)) {
            assertThat(type).containsIgnoringCase("json");
        }
    }

    private static boolean isOfObjects(JsonNode node) {
        return node.isArray() && StreamSupport.stream(node.spliterator(), false).allMatch(JsonNode::isObject);
    }

    // A tree forgets how a number was written, such as -0.
    private static String normal(String number) {
        return new BigInteger(number).toString();
    }

    private static Optional<JsonNode> tree(byte[] sent) {
        try {
            return Optional.of(STRICT_READER.readTree(sent)).filter(tree -> !tree.isMissingNode());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> value(JsonNode node) {
        return Optional.of(node)
                .filter(found -> found.isTextual() || found.isIntegralNumber())
                .map(JsonNode::asText)
                .filter(text -> !text.isEmpty());
    }
}
