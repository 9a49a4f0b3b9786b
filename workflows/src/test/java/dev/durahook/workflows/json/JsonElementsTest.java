package dev.durahook.workflows.json;

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

    @Test
    void elementsMayBeAnything() {
        assertThat(read("[{\"a\":1}, null,1.50 ,\"x]\",[ {} ],true,NaN,{\"b\":\"\n\"}]", ""))
                .containsExactly("{\"a\":1}", "null", "1.50", "\"x]\"", "[ {} ]", "true", "NaN", "{\"b\":\"\n\"}");
    }

    @Test
    void completeElementsBeforeASyntaxErrorAreFound() {
        JsonElements cut = cut("{\"items\":[{\"a\":1}, {\"b\":2}, {\"c\" 3}, {\"d\":4}]}", "/items");

        assertThat(texts(cut)).containsExactly("{\"a\":1}", "{\"b\":2}");
        assertThat(rest(cut)).isEqualTo(", {\"c\" 3}, {\"d\":4}]}");
        assertThat(rest(cut("[{\"a\":1},{\"b", ""))).isEqualTo(",{\"b");
        assertThat(rest(cut("{\"items\":[{}], \"x\"}", "/items"))).isEqualTo("], \"x\"}");
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
                "{\"items\":{\"0\":{}}}",
                "{\"items\":[{}],\"items\":[]}",
                "{\"items\":1,\"items\":[{}]}",
                "{\"items\":[{]}",
                "{\"items\":[",
                "{\"x\":{\"items\":[{}]}}",
                "[{\"items\":[]}]",
                "<items/>"
            })
    void withoutOneArrayAllOfTheBodyIsLeft(String body) {
        JsonElements cut = cut(body, "/items");

        assertThat(cut.elements()).isEmpty();
        assertThat(rest(cut)).isEqualTo(body);
    }

    @Test
    void elementsAreFoundAlsoIfBytesFollowTheValue() {
        JsonElements cut = cut("{\"items\":[{}]} {\"items\":[{\"a\":1}]}", "/items");

        assertThat(texts(cut)).containsExactly("{}");
        assertThat(rest(cut)).isEqualTo("]} {\"items\":[{\"a\":1}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE"})
    void anotherEncodingIsLeftWhole(String charset) {
        byte[] body = "[{\"a\":1}]".getBytes(Charset.forName(charset));

        assertThat(JsonElements.cut(body, "", 10).rest()).hasValue(body);
    }

    @Test
    void oneMoreThanTheMaximumIsEnoughToKnow() {
        assertThat(JsonElements.cut(bytes("[{},{},{}]"), "", 3).elements()).hasSize(3);
        assertThat(JsonElements.cut(bytes("[{},{},{},{},{} and then nonsense"), "", 3)
                        .elements())
                .hasSize(4);
    }

    @Test
    void manyArraysAtGreatDepthAreReadAtOnce() {
        String deep = "[".repeat(900) + "[],".repeat(200_000) + "[]" + "]".repeat(900);

        assertThat(read("{\"x\":" + deep + ",\"items\":[{}]}", "/items")).containsExactly("{}");
    }

    private static List<String> read(String body, String pointer) {
        JsonElements cut = cut(body, pointer);
        assertThat(cut.rest()).isEmpty();
        return texts(cut);
    }

    private static JsonElements cut(String body, String pointer) {
        return JsonElements.cut(bytes(body), pointer, 10);
    }

    private static List<String> texts(JsonElements cut) {
        return cut.elements().stream().map(JsonElementsTest::text).toList();
    }

    private static String rest(JsonElements cut) {
        return cut.rest().map(JsonElementsTest::text).orElseThrow();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
