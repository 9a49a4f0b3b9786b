package dev.durahook.workflows.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Any body is read without a failure, and no other JSON reader sees another id in it.
 *
 * <p>A normal build replays the inputs under {@code JsonFuzzTestInputs}. CONTRIBUTING says how to search for more.
 */
class JsonFuzzTest {

    private static final Set<String> POINTERS = Set.of("/id", "/data/id", "/data/events/0/type", "/a~1b/~0");
    private static final List<String> ARRAYS = List.of("", "/events", "/a/b");
    private static final int MAXIMUM = 3;

    @FuzzTest(maxDuration = "5m")
    void fields(byte[] sent) {
        Optional<JsonFields> fields = JsonFields.read(sent, POINTERS);
        OtherReaders.strict(sent).ifPresent(tree -> {
            assertThat(fields).isPresent();
            POINTERS.forEach(pointer ->
                    assertThat(normal(found(fields, pointer), tree.at(pointer))).isEqualTo(value(tree.at(pointer))));
        });
        OtherReaders.lenient(sent)
                .ifPresent(tree -> POINTERS.forEach(pointer -> normal(found(fields, pointer), tree.at(pointer))
                        .ifPresent(value -> assertThat(value(tree.at(pointer))).hasValue(value))));
    }

    /** An attacker who has seen a delivery signed by a plain hash can append bytes like these. */
    @FuzzTest(maxDuration = "5m")
    void appended(byte[] sent) {
        if (JsonFields.isOneValue(sent)) {
            byte[] more = Arrays.copyOf(sent, sent.length + 1);
            more[sent.length] = (byte) 0x80;
            assertThat(JsonFields.isOneValue(more)).isFalse();
        }
    }

    @FuzzTest(maxDuration = "5m")
    void elements(byte[] sent) {
        for (String pointer : ARRAYS) {
            JsonElements found = JsonElements.cut(sent, pointer, MAXIMUM);
            List<byte[]> cut = found.elements();
            assertThat(cut).hasSizeLessThanOrEqualTo(MAXIMUM + 1);
            assertThat(cut).allSatisfy(element -> assertThat(sent).containsSequence(element));
            OtherReaders.strict(sent).ifPresent(tree -> {
                JsonNode array = tree.at(pointer);
                assertThat(cut).hasSize(array.isArray() ? Math.min(array.size(), MAXIMUM + 1) : 0);
                for (int i = 0; i < cut.size(); i++) {
                    assertThat(OtherReaders.strict(cut.get(i))).hasValue(array.get(i));
                }
                assertThat(found.rest().isEmpty()).isEqualTo(array.isArray() && cut.size() <= MAXIMUM);
            });
        }
    }

    /** Elements and rest together are the whole body, except for the bytes before and between the elements. */
    @FuzzTest(maxDuration = "5m")
    void nothingGetsLost(byte[] sent) {
        JsonElements found = JsonElements.cut(sent, "", Integer.MAX_VALUE);
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        found.elements().forEach(kept::writeBytes);
        found.rest().ifPresent(kept::writeBytes);
        assertThat(withoutSeparators(kept.toByteArray())).isEqualTo(withoutSeparators(sent));
    }

    private static byte[] withoutSeparators(byte[] text) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        for (byte one : text) {
            if (" \t\r\n,[]".indexOf(one) < 0) {
                kept.write(one);
            }
        }
        byte[] bytes = kept.toByteArray();
        boolean hasMark =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return hasMark ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }

    private static Optional<String> found(Optional<JsonFields> fields, String pointer) {
        return fields.flatMap(read -> read.at(pointer));
    }

    // A tree forgets how a number was written, such as -0.
    private static Optional<String> normal(Optional<String> found, JsonNode node) {
        return node.isIntegralNumber() ? found.map(number -> new BigInteger(number).toString()) : found;
    }

    private static Optional<String> value(JsonNode node) {
        return Optional.of(node)
                .filter(found -> found.isTextual() || found.isIntegralNumber())
                .map(JsonNode::asText)
                .filter(text -> !text.isEmpty());
    }
}
