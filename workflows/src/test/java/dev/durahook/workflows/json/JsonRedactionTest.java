package dev.durahook.workflows.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRedactionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"a":"x"}                          | {"a":"[hidden]"}
                    {"n" : 1e2, "a" :"x\\"}" ,"z":[{}]} | {"n" : 1e2, "a" :"[hidden]" ,"z":[{}]}
                    {"a":{"a":"x"},"b":"y"}            | {"a":"[hidden]","b":"y"}
                    {"a":["x"]}                        | {"a":"[hidden]"}
                    {"a":null}                         | {"a":"[hidden]"}
                    {"\\u0061":"x"}                     | {"\\u0061":"[hidden]"}
                    {"a":"x","b":1,"a":"y"}            | {"a":"[hidden]","b":1,"a":"[hidden]"}
                    {"c":{"d":"x"},"c":{"d":"y"}}      | {"c":{"d":"[hidden]"},"c":{"d":"[hidden]"}}
                    {"c":{"a":"kept","d":[1]}}         | {"c":{"a":"kept","d":"[hidden]"}}
                    {"A":"x","b":{"a":"x"}}            | {"A":"x","b":{"a":"x"}}
                    {"c":"x"}                          | {"c":"x"}
                    "a"                                | "a"
                    [{"a":"x"}]                        | [{"a":"x"}]
                    """)
    void replacesEachValueAtAPointer(String body, String redacted) {
        assertThat(text(JsonRedaction.of(bytes(body), List.of("/a", "/c/d")))).contains(redacted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"v":[{"a":"x"},{"a":"y"}],"a":1}  | {"v":[{"a":"[hidden]"},{"a":"[hidden]"}],"a":1}
                    {"v":[{"a":1}],"v":[{"a":2}]}      | {"v":[{"a":"[hidden]"}],"v":[{"a":"[hidden]"}]}
                    {"v":[{"a":1,"a":2},[],"a",{}]}    | {"v":[{"a":"[hidden]","a":"[hidden]"},[],"a",{}]}
                    {"v":[]}                           | {"v":[]}
                    {"v":{"a":1}}                      | {"v":{"a":1}}
                    """)
    void replacesValuesOfEachElement(String body, String redacted) {
        assertThat(text(JsonRedaction.ofElements(bytes(body), "/v", List.of("/a"))))
                .contains(redacted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"a\":\"x\"", "{\"a\":\"x\"} x", "{\"a\":\"x\"}{}", "a=x", "{\"a\":\"x\",\"\\x\":1}"})
    void isEmptyIfAValueCouldBeOverlooked(String body) {
        assertThat(JsonRedaction.of(bytes(body), List.of("/a"))).isEmpty();
    }

    @Test
    void nameInAnOverlongFormIsNotOverlooked() {
        byte[] body = bytes("{\"a\":1,\"??\":\"x\"}");
        body[8] = (byte) 0xC1;
        body[9] = (byte) 0xA1;

        assertThat(JsonRedaction.of(body, List.of("/a"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-32", "UTF-32LE"})
    void anyUnicodeEncodingBecomesUtf8(String charset) {
        assertThat(text(JsonRedaction.of(
                        "{\"a\":\"x\",\"b\":\"€\"}".getBytes(Charset.forName(charset)), List.of("/a"))))
                .contains("{\"a\":\"[hidden]\",\"b\":\"€\"}");
    }

    @Test
    void bytesThatAreNoTextStayAsTheyAre() {
        byte[] body = "{\"b\":\"\u00E4\",\"a\":\"\u00E4\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(JsonRedaction.of(body, List.of("/a")).orElseThrow())
                .isEqualTo("{\"b\":\"\u00E4\",\"a\":\"[hidden]\"}".getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<String> text(Optional<byte[]> bytes) {
        return bytes.map(text -> new String(text, StandardCharsets.UTF_8));
    }
}
