package dev.durahook.receiver.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {

    @Test
    void readsTextAndIntegersWhereverTheyAre() {
        Set<String> wanted = Set.of("/id", "/data/id", "/list/1/id", "/a~1b", "/number", "/data/list/0/0/id");
        JsonFields fields = read("""
                {"x": {"id": "no"}, "id": "evt_1", "data": {"id": 42, "list": [[{"id": "deep"}]], "x": [1, 2]},
                 "list": [{"id": "a"}, {"id": "b"}, {"id": "c"}], "a/b": "slash",
                 "number": 123456789012345678901234567890}
                """, wanted);

        assertThat(fields.at("/id")).contains("evt_1");
        assertThat(fields.at("/data/id")).contains("42");
        assertThat(fields.at("/list/1/id")).contains("b");
        assertThat(fields.at("/a~1b")).contains("slash");
        assertThat(fields.at("/number")).contains("123456789012345678901234567890");
        assertThat(fields.at("/data/list/0/0/id")).contains("deep");
    }

    @Test
    void readsEscapesAndCharactersBeyondAscii() {
        assertThat(at("{\"id\": \"\\u00e4\\n€\"}")).contains("ä\n€");
        assertThat(at("{\"\\u0069d\": \"escaped name\"}")).contains("escaped name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": null}",
                "{\"id\": true}",
                "{\"id\": 1.5}",
                "{\"id\": 1e3}",
                "{\"id\": \"\"}",
                "{\"id\": {}}",
                "{\"id\": [\"x\"]}",
                "{\"id\": {\"id\": \"x\"}}",
                "{\"other\": \"x\"}",
                "{\"x\": {\"id\": \"x\"}}",
                "[{\"id\": \"x\"}]",
                "\"id\"",
                "42",
                "null",
                "{}",
                "[]"
            })
    void readsNothingElse(String json) {
        assertThat(read(json, Set.of("/id")).at("/id")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"a\", \"id\": \"b\"}",
                "{\"id\": \"a\", \"id\": \"a\"}",
                "{\"id\": \"a\", \"id\": {}}",
                "{\"id\": {}, \"id\": \"a\"}",
                "{\"id\": null, \"x\": 1, \"\\u0069d\": \"a\"}"
            })
    void aWantedValueMustNotBeThereTwice(String json) {
        assertThat(JsonFields.read(bytes(json), Set.of("/id"))).isEmpty();
    }

    @Test
    void aValueBelowARepeatedNameIsThereTwice() {
        String json = "{\"data\": {\"id\": \"a\"}, \"data\": {\"id\": \"b\"}}";
        assertThat(JsonFields.read(bytes(json), Set.of("/data/id"))).isEmpty();
    }

    @Test
    void whatNobodyWantsMayBeThereTwice() {
        assertThat(at("{\"x\": 1, \"x\": 2, \"id\": \"a\"}")).contains("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "{", "{\"id\": \"a\"", "{\"id\": \"a\"}}", "{\"id\": \"a\"} {\"id\": \"b\"}",
                        "{\"id\": \"a\"} x",
                "{'id': 'a'}", "{id: \"a\"}", "{\"id\": \"a\",}", "id=a", "{\"id\": \"a\nb\"}", "\u0000",
                        "{\"id\": 01}",
                "<xml/>", "{\"id\": NaN}", "// c\n{}"
            })
    void whatIsNotOneJsonValueHasNoFields(String text) {
        assertThat(JsonFields.read(bytes(text), Set.of("/id"))).isEmpty();
    }

    @Test
    void hostileJsonHasNoFieldsAndThrowsNothing() {
        assertThat(JsonFields.read(bytes("[".repeat(500_000)), Set.of("/id"))).isEmpty();
        assertThat(JsonFields.read(bytes("{\"id\":".repeat(100_000)), Set.of("/id")))
                .isEmpty();
        assertThat(JsonFields.read(bytes("{\"id\": " + "9".repeat(1_000_000) + "}"), Set.of("/id")))
                .isEmpty();
        assertThat(JsonFields.read(bytes("{\"" + "n".repeat(100_000) + "\": 1}"), Set.of("/id")))
                .isEmpty();
        assertThat(JsonFields.read(
                        new byte[] {'{', '"', 'i', 'd', '"', ':', '"', (byte) 0xff, '"', '}'}, Set.of("/id")))
                .isEmpty();
    }

    private static Optional<String> at(String json) {
        return read(json, Set.of("/id")).at("/id");
    }

    private static JsonFields read(String json, Set<String> wanted) {
        return JsonFields.read(bytes(json), wanted).orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
