package dev.durahook.workflows.condition;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.durahook.workflows.EventBody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A condition finds the value that a reader of the complete body finds, for any body of a sender.
 *
 * <p>A normal build replays the inputs under {@code ConditionFuzzTestInputs}. CONTRIBUTING says how to search for more.
 */
class ConditionFuzzTest {

    private static final List<String> POINTERS = List.of("/a", "/a/b", "/a/0", "/a/0/b", "/b/a", "/", "/a~1b");

    // Nothing is known about a name that occurs twice.
    private static final ObjectMapper WHOLE = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static {
        WHOLE.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(500).build());
    }

    @FuzzTest(maxDuration = "5m")
    void body(byte[] sent) {
        BodyValues values = BodyValues.read(EventBody.of(sent), POINTERS);
        assertThat(values.isJson()).isEqualTo(EventBody.isJson(sent));
        if (!values.isJson()) {
            assertThat(POINTERS)
                    .allSatisfy(pointer -> assertThat(values.at(pointer)).isEqualTo(FoundValue.ABSENT));
            return;
        }
        try {
            JsonNode whole = WHOLE.readTree(new String(sent, StandardCharsets.UTF_8));
            POINTERS.forEach(pointer -> isTheSame(values.at(pointer), whole.at(pointer)));
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("Duplicate");
        }
    }

    private static void isTheSame(FoundValue found, JsonNode node) {
        switch (found.kind()) {
            case ABSENT -> assertThat(node.isMissingNode()).isTrue();
            case TEXT -> assertThat(node.isTextual() ? node.textValue() : node).isEqualTo(found.text());
            case NUMBER -> assertThat(node.isNumber()).isTrue();
            case WORD -> assertThat(node.toString()).isEqualTo(found.text());
            case COMPOUND -> assertThat(node.isContainerNode()).isTrue();
            case AMBIGUOUS -> throw new AssertionError("no name occurs twice");
        }
    }
}
