package dev.durahook.workflows.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.RawValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"two\\nlines\"|two\\nlines",
                "{\"score\":7}|{\"score\":7}",
                "7|7",
                "\"broken|\"broken",
                "\"half \\ud83d\"|half ?"
            })
    void valueOfAnyTypeIsText(String json, String text) {
        assertThat(ResultText.of(payload("json/plain", json))).contains(text.replace("\\n", "\n"));
    }

    @Test
    void nullAndBytesAreNoText() {
        assertThat(ResultText.of(payload("json/plain", "null"))).isEmpty();
        assertThat(ResultText.of(payload("binary/null", ""))).isEmpty();
        assertThat(ResultText.of(payload("binary/plain", "bytes"))).isEmpty();
    }

    private static RawValue payload(String encoding, String data) {
        return new RawValue(Payload.newBuilder()
                .putMetadata("encoding", ByteString.copyFromUtf8(encoding))
                .setData(ByteString.copyFromUtf8(data))
                .build());
    }
}
