package dev.durahook.workflows.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": 1, \"a\": 1}",
                "{\"a\": 1, \"b\": 2, \"\\u0061\": null}",
                "{\"x\": [{\"a\": 1, \"a\": 2}]}"
            })
    void nameThatOccursTwiceInAnObjectIsFound(String json) {
        assertThat(areRepeated(json)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\": 1, \"A\": 1}", "{\"a\": {\"a\": 1}}", "[{\"a\": 1}, {\"a\": 1}]", "\"a\"", "", "{\"a\""
            })
    void sameNameInAnotherObjectIsNoRepetition(String json) {
        assertThat(areRepeated(json)).isFalse();
    }

    private static boolean areRepeated(String json) {
        return JsonNames.areRepeated(json.getBytes(StandardCharsets.UTF_8));
    }
}
