package dev.durahook.workflows.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {

    @Test
    void readsTextAndIntegersAtAnyDepth() {
        Set<String> wanted = Set.of("/id", "/data/id", "/list/1/id", "/a~1b", "/number", "/data/list/0/0/id", "/größe");
        JsonFields fields = read("""
                {"x": {"id": "no"}, "id": "evt_1", "data": {"id": 42, "list": [[{"id": "deep"}]], "x": [1, 2]},
                 "list": [{"id": "a"}, {"id": "b"}, {"id": "c"}], "a/b": "slash", "größe": "XL",
                 "number": 123456789012345678901234567890}
                """, wanted);

        assertThat(fields.at("/id")).contains("evt_1");
        assertThat(fields.at("/data/id")).contains("42");
        assertThat(fields.at("/list/1/id")).contains("b");
        assertThat(fields.at("/a~1b")).contains("slash");
        assertThat(fields.at("/number")).contains("123456789012345678901234567890");
        assertThat(fields.at("/data/list/0/0/id")).contains("deep");
        assertThat(fields.at("/größe")).contains("XL");
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
                "{\"id\": 01}",
                "{\"id\": -}",
                "{\"id\": NaN}",
                "{\"id\": \"\"}",
                "{\"id\": \"a\nb\"}",
                "{\"id\": \"\\x\"}",
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
                "{\"id\": null, \"x\": 1, \"\\u0069d\": \"a\"}",
                "{\"id\": NaN, \"id\": \"a\"}",
                "{\"id\": \"\n\", \"x\": [[[NaN]]], \"id\": \"a\"}"
            })
    void aWantedValueMustNotBeThereTwice(String json) {
        assertThat(JsonFields.read(bytes(json), Set.of("/id"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\": {\"id\": \"a\"}, \"data\": {\"id\": \"b\"}}",
                "{\"data\": {\"id\": \"a\"}, \"data\": {}}",
                "{\"data\": 1, \"data\": {\"id\": \"a\"}}"
            })
    void parentOfAWantedValueMustNotOccurTwice(String json) {
        assertThat(JsonFields.read(bytes(json), Set.of("/data/id"))).isEmpty();
    }

    @Test
    void unusedNameMayOccurTwice() {
        assertThat(at("{\"x\": 1, \"x\": 2, \"id\": \"a\"}")).contains("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"id\": \"a\"",
                "{\"id\": \"a\"}}",
                "{\"id\": \"a\"} {\"id\": \"b\"}",
                "{\"id\": \"a\"} x",
                "{'id': 'a'}",
                "{id: \"a\"}",
                "{,\"id\": \"a\"}",
                "{\"id\": \"a\",,}",
                "id=a",
                "{\"id\": \"a\"]",
                "[{\"id\": \"a\"}}",
                "{\"id\" \"a\"}",
                "{\"id\": \"a\" \"b\"}",
                "{\"id\": }",
                "{\"id\": \"a\\\"}",
                "\u0000",
                "<xml/>",
                "// c\n{}",
                "{\"x\": 1 2, \"id\": \"a\"}",
                "{\"\\x\": 1}"
            })
    void bodyWithABrokenStructureHasNoValues(String text) {
        assertThat(JsonFields.read(bytes(text), Set.of("/id"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x\": \"line\nfeed\ttab\u0000\", \"id\": \"a\"}",
                "{\"x\": NaN, \"y\": -Infinity, \"z\": undefined, \"id\": \"a\"}",
                "{\"x\": 01, \"y\": +1, \"z\": .5e+9, \"id\": \"a\"}",
                "{\"x\": \"C:\\temp\\x\", \"id\": \"a\"}",
                "{\"x\": [1,], \"id\": \"a\",}",
                "\ufeff{\"id\": \"a\"}"
            })
    void restOfTheBodyNeedNotBeValid(String json) {
        assertThat(at(json)).contains("a");
    }

    @Test
    void bytesOfTheRestNeedNotBeUtf8() {
        byte[] body = "{\"\u00fc\": \"Andr\u00e9\", \"id\": \"a\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(JsonFields.read(body, Set.of("/id")).orElseThrow().at("/id")).contains("a");
    }

    @Test
    void longAndDeepIsReadAtOnce() {
        String deep = "[".repeat(200_000) + "]".repeat(200_000);
        assertThat(at("{\"x\": " + deep + ", \"id\": \"a\"}")).contains("a");
        assertThat(at("{\"x\": " + "{\"id\":".repeat(200_000) + "1" + "}".repeat(200_001)))
                .isEmpty();
        assertThat(at("{\"x\": " + "9".repeat(1_000_000) + ", \"id\": \"a\"}")).contains("a");
        assertThat(at("{\"" + "n".repeat(1_000_000) + "\": 1, \"id\": \"a\"}")).contains("a");
        assertThat(JsonFields.read(bytes("[".repeat(2_000_000)), Set.of("/id"))).isEmpty();
    }

    @Test
    void manyNamesAreComparedAtOnce() {
        Set<String> wanted = IntStream.range(0, 50).mapToObj(i -> "/name" + i).collect(Collectors.toSet());
        String names = "\"\\u0061\":1,".repeat(180_000);

        assertThat(read("{" + names + "\"name7\":\"a\"}", wanted).at("/name7")).contains("a");
    }

    @Test
    void invalidUtf8IsNotAnIdAndNeverAnotherId() {
        assertThat(at("{\"id\": \"\u00e9\"}")).contains("\u00e9");
        assertThat(at(new byte[] {(byte) 0xe9})).isEmpty();
        assertThat(at(new byte[] {(byte) 0xff})).isEmpty();
        assertThat(at(new byte[] {'a', (byte) 0xc3})).isEmpty();
        // An a in two bytes, and half a surrogate pair in three.
        assertThat(at(new byte[] {(byte) 0xc1, (byte) 0xa1})).isEmpty();
        assertThat(at(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80})).isEmpty();
    }

    @Test
    void aNameThatOtherReadersTakeForTheWantedOneLeavesNothingToRead() throws IOException {
        byte[] body = "{\"id\": \"a\", \"\u00c1\u00a9d\": \"b\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(new ObjectMapper().readTree(body).path("id").textValue()).isEqualTo("b");
        assertThat(JsonFields.read(body, Set.of("/id"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32BE", "UTF-32LE"})
    void otherEncodingsOfUnicodeAreRead(String charset) {
        byte[] body = "{\"id\": \"\u20ac\"}".getBytes(Charset.forName(charset));

        assertThat(JsonFields.read(body, Set.of("/id")).orElseThrow().at("/id")).contains("\u20ac");
    }

    @Test
    void malformedUtf16IsNot() {
        byte[] half = {0, '"', (byte) 0xd8, 0x3d, 0, '"'};

        assertThat(JsonFields.read(half, Set.of(""))).isEmpty();
        assertThat(JsonFields.read(new byte[] {0, '{', 0}, Set.of("/id"))).isEmpty();
        assertThat(JsonFields.read(new byte[] {0}, Set.of("/id"))).isEmpty();
    }

    private static Optional<String> at(byte[] id) {
        byte[] begin = bytes("{\"id\": \"");
        byte[] body = new byte[begin.length + id.length + 2];
        System.arraycopy(begin, 0, body, 0, begin.length);
        System.arraycopy(id, 0, body, begin.length, id.length);
        body[body.length - 2] = '"';
        body[body.length - 1] = '}';
        return JsonFields.read(body, Set.of("/id")).orElseThrow().at("/id");
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
