package dev.durahook.workflows;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.RawValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventBodyTest {

    private static final DataConverter WORKERS_CONVERTER = DefaultDataConverter.newDefaultInstance();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"a\": 1}",
                "  {\r\n  \"a\" : [1, 2.50, 1e400]\r\n}\r\n",
                "{\"a\":1,\"a\":2}",
                "\"text\"",
                "12",
                "null",
                "{\"name\":\"Zoë 事件 🐝\"}",
                "{\"half a pair\":\"\\ud83d\"}"
            })
    void oneValueInUtf8IsJson(String body) {
        assertThat(encoding(body.getBytes(UTF_8))).isEqualTo("json/plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \r\n",
                "\ufeff",
                "\ufeff{\"a\":1}",
                "{\"v\":Infinity}",
                "{\"v\":-Infinity}",
                "{\"a\":1,}",
                "{\"a\":\"tab\there\"}",
                "+1",
                ".5",
                "1.",
                "\"\u0000\"",
                "\u00a0{}",
                "\f{}",
                "{",
                "{\"a\":1}x",
                "{\"a\":1} {\"b\":2}",
                "1 2",
                "{'a':1}",
                "{a:1}",
                "[1,]",
                "[01]",
                "NaN",
                "// comment\n{}",
                "{\"a\":\"line\nfeed\"}",
                "{\"a\":\"\\x\"}",
                "payload=%7B%7D",
                "<xml/>",
                "{\"a\":1}\0"
            })
    void everythingElseIsNot(String body) {
        assertThat(encoding(body.getBytes(UTF_8))).isEqualTo("binary/plain");
    }

    static Charset[] otherCharsets() {
        return new Charset[] {UTF_16, UTF_16LE, UTF_16BE, Charset.forName("UTF-32LE"), Charset.forName("UTF-32BE")};
    }

    @ParameterizedTest
    @MethodSource("otherCharsets")
    void otherUnicodeEncodingsAreNotJson(Charset charset) {
        assertThat(encoding("{\"a\":1}".getBytes(charset))).isEqualTo("binary/plain");
    }

    @Test
    void invalidUtf8IsNotJson() {
        assertThat(encoding("{\"name\":\"Zoë\"}".getBytes(ISO_8859_1))).isEqualTo("binary/plain");
    }

    @Test
    void charactersInMoreBytesThanUtf8WritesThemInAreNotJson() {
        assertThat(encoding(new byte[] {'"', (byte) 0xc1, (byte) 0xa9, '"'})).isEqualTo("binary/plain");
        assertThat(encoding(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}))
                .isEqualTo("binary/plain");
    }

    @Test
    void nestingIsJsonAsDeepAsWorkersReadIt() {
        byte[] deep = nested(500);
        assertThat(encoding(deep)).isEqualTo("json/plain");
        assertThat(read(deep)).isNotNull();
        assertThat(encoding(nested(501))).isEqualTo("binary/plain");
        assertThat(encoding("[".repeat(1_900_000).getBytes(UTF_8))).isEqualTo("binary/plain");
    }

    @Test
    void numbersAreJsonAsLongAsAWorkerReadsThem() {
        byte[] thousand = "1".repeat(1_000).getBytes(UTF_8);
        assertThat(encoding(thousand)).isEqualTo("json/plain");
        assertThat(read(thousand).bigIntegerValue()).isPositive();
        assertThat(encoding("1".repeat(1_200).getBytes(UTF_8))).isEqualTo("binary/plain");
    }

    // Bytes that are replaced would turn different texts into the same text.
    @ParameterizedTest
    @ValueSource(ints = {0, 9_000})
    void parsersRefuseBytesThatAreNotUnicode(int more) {
        byte[] body = ("{\"name\":\"Zoë\"}" + " ".repeat(more)).getBytes(ISO_8859_1);
        assertThatThrownBy(() -> name(EventBody.parsers().build().createParser(body)))
                .isInstanceOf(CharacterCodingException.class);
        assertThatThrownBy(() -> name(EventBody.parsers().build().createParser(new ByteArrayInputStream(body))))
                .isInstanceOf(CharacterCodingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void parsersReadUnicode(String charset) throws IOException {
        byte[] body = "{\"name\":\"Zoë\"}".getBytes(Charset.forName(charset));
        assertThat(name(EventBody.parsers().build().createParser(body))).isEqualTo("Zoë");
        assertThat(name(EventBody.parsers().build().createParser(new ByteArrayInputStream(body))))
                .isEqualTo("Zoë");
    }

    private static String name(JsonParser parser) throws IOException {
        parser.nextToken();
        parser.nextToken();
        return parser.nextTextValue();
    }

    private static byte[] nested(int depth) {
        return ("[".repeat(depth) + "]".repeat(depth)).getBytes(UTF_8);
    }

    private static JsonNode read(byte[] body) {
        return WORKERS_CONVERTER.fromPayload(
                WORKERS_CONVERTER.toPayload(EventBody.of(body)).orElseThrow(), JsonNode.class, JsonNode.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000, 1_900_000})
    void bytesArriveAsTheyWereSent(int length) {
        byte[] body = new byte[length];
        new Random(length).nextBytes(body);
        assertThat(throughTemporal(body)).isEqualTo(body);
    }

    @Test
    void jsonArrivesAsItWasSent() {
        byte[] body = " { \"b\" : 1.50,\r\n\"a\":\"\\u00e9\" , \"a\":2 }\r\n".getBytes(UTF_8);
        assertThat(throughTemporal(body)).isEqualTo(body);
    }

    private static byte[] throughTemporal(byte[] body) {
        Payload stored = WORKERS_CONVERTER.toPayload(EventBody.of(body)).orElseThrow();
        return EventBody.bytes(WORKERS_CONVERTER.fromPayload(stored, RawValue.class, RawValue.class));
    }

    @Test
    void binaryBodyReadsAsBytes() {
        byte[] body = {(byte) 0xff, 0, 1};
        Payload stored = WORKERS_CONVERTER.toPayload(EventBody.of(body)).orElseThrow();
        assertThat(WORKERS_CONVERTER.fromPayload(stored, byte[].class, byte[].class))
                .isEqualTo(body);
    }

    private static String encoding(byte[] body) {
        return EventBody.of(body).getPayload().getMetadataOrThrow("encoding").toStringUtf8();
    }
}
