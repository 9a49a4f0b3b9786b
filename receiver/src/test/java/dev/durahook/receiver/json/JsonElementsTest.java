package dev.durahook.receiver.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonElementsTest {

    @Test
    void cutsOutTheVeryBytes() {
        assertThat(read(
                        "{\"a\": 1, \"items\" : [ {\"id\":\"ä\",  \"x\":[{}]} ,\r\n{ \"id\" : 1e2 }\n] , \"z\":[{}]}",
                        "/items"))
                .containsExactly("{\"id\":\"ä\",  \"x\":[{}]}", "{ \"id\" : 1e2 }");
    }

    @Test
    void theBodyMayBeTheArray() {
        assertThat(read("[{\"a\":[{\"b\":1}]},{}]", "")).containsExactly("{\"a\":[{\"b\":1}]}", "{}");
        assertThat(read(" []\n", "")).isEmpty();
    }

    @Test
    void theArrayMayBeDeep() {
        assertThat(read("{\"a\":{\"b\":[[{\"no\":1}],{\"c/d\":[{\"yes\":1}]}]}}", "/a/b/1/c~1d"))
                .containsExactly("{\"yes\":1}");
    }

    @Test
    void aByteOrderMarkMovesEverything() {
        assertThat(read("\uFEFF[{\"a\":1}]", "")).containsExactly("{\"a\":1}");
    }

    @Test
    void bracketsInTextAreText() {
        assertThat(read("{\"items\":[{\"a\":\"}]\\\"\"}]}", "/items")).containsExactly("{\"a\":\"}]\\\"\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "1",
                "{\"items\":{}}",
                "{\"items\":null}",
                "{\"items\":[1]}",
                "{\"items\":[{},[]]}",
                "{\"items\":[{}],\"items\":[]}",
                "{\"items\":[]}{}",
                "{\"items\":[{}]",
                "{\"items\":[{]}",
                "{\"x\":{\"items\":[{}]}}",
                "[{\"items\":[]}]"
            })
    void whatIsNotOneArrayOfObjectsIsNone(String body) {
        assertThat(JsonElements.read(bytes(body), "/items", 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE"})
    void anotherEncodingIsNone(String charset) {
        assertThat(JsonElements.read("[{\"a\":1}]".getBytes(Charset.forName(charset)), "", 10))
                .isEmpty();
    }

    @Test
    void oneMoreThanTheMaximumIsEnoughToKnow() {
        assertThat(JsonElements.read(bytes("[{},{},{}]"), "", 3))
                .hasValueSatisfying(it -> assertThat(it).hasSize(3));
        assertThat(JsonElements.read(bytes("[{},{},{},{},{} and then nonsense"), "", 3))
                .hasValueSatisfying(it -> assertThat(it).hasSize(4));
    }

    @Test
    void manyArraysAtGreatDepthAreReadAtOnce() {
        String deep = "[".repeat(900) + "[],".repeat(200_000) + "[]" + "]".repeat(900);

        assertThat(JsonElements.read(bytes("{\"x\":" + deep + ",\"items\":[{}]}"), "/items", 10))
                .isPresent();
    }

    private static List<String> read(String body, String pointer) {
        return JsonElements.read(bytes(body), pointer, 10).orElseThrow().stream()
                .map(element -> new String(element, StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
