package dev.durahook.receiver.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CaptureTest {

    @Test
    void isReadAsItGoesOverTheWire() {
        Capture capture = capture("POST /webhooks/shop?x=1 HTTP/1.1\r\nHost: example.com\r\nX-A: 1\r\n\r\n{\r\n\r\n}");

        assertThat(capture.method()).isEqualTo("POST");
        assertThat(capture.delivery().url()).isEqualTo("http://example.com/webhooks/shop?x=1");
        assertThat(capture.delivery().headers().single("x-a")).hasValue("1");
        assertThat(capture.delivery().body()).asString().isEqualTo("{\r\n\r\n}");
        assertThat(capture.notes()).isEmpty();
    }

    @Test
    void isReadAsCurlShowsIt() {
        Capture capture = capture("* Connected to localhost\n> POST / HTTP/1.1\n> X-A: 1\n>\n{}");

        assertThat(capture.delivery().headers().single("x-a")).hasValue("1");
        assertThat(capture.delivery().body()).asString().isEqualTo("{}");
    }

    @Test
    void commentsAndAnswersOfCurlAreNotPartOfTheRequest() {
        Capture capture = capture("""
                *   Trying 127.0.0.1:8000...
                * Connected to localhost (127.0.0.1) port 8000 (#0)
                > POST /webhooks/shop HTTP/1.1\r
                > Host: localhost:8000\r
                > X-Empty:\r
                > X-Colons: a: b: c\r
                * upload completely sent off: 2 out of 2 bytes
                > Content-Length: 2\r
                >\r
                {}""");

        assertThat(capture.delivery().url()).isEqualTo("http://localhost:8000/webhooks/shop");
        assertThat(capture.delivery().headers().single("x-colons")).hasValue("a: b: c");
        assertThat(capture.delivery().headers().all("x-empty")).containsExactly("");
        assertThat(capture.delivery().body()).asString().isEqualTo("{}");
        assertThat(capture.notes()).isEmpty();
    }

    @Test
    void lineFeedOfAnEditorIsNotPartOfTheBody() {
        Capture capture = capture("POST / HTTP/1.1\nContent-Length: 2\n\n{}\n");

        assertThat(capture.delivery().body()).asString().isEqualTo("{}");
        assertThat(capture.notes()).containsExactly("the capture has 3 bytes after the headers, Content-Length says 2");
    }

    @Test
    void missingPartOfTheBodyIsReported() {
        Capture capture = capture("POST / HTTP/1.1\nContent-Length: 3\n\n{}");

        assertThat(capture.delivery().body()).asString().isEqualTo("{}");
        assertThat(capture.notes()).hasSize(1);
    }

    @Test
    void bytesThatAreNotTextAreUnchanged() {
        byte[] head = "POST / HTTP/1.1\n\n".getBytes(StandardCharsets.US_ASCII);
        byte[] raw = java.util.Arrays.copyOf(head, head.length + 2);
        raw[head.length] = (byte) 0xff;

        assertThat(Capture.of(raw).delivery().body()).containsExactly(0xff, 0);
    }

    @Test
    void byteOrderMarkIsNotPartOfTheRequest() {
        Capture capture = capture("\uFEFFPOST / HTTP/1.1\r\nX-A: 1\r\n\r\n\uFEFF{}");

        assertThat(capture.method()).isEqualTo("POST");
        assertThat(capture.delivery().body()).asString().isEqualTo("\uFEFF{}");
        assertThat(capture.notes()).isEmpty();
    }

    @Test
    void utf16IsNotTheRequestThatWasSent() {
        assertThatExceptionOfType(InvalidCaptureException.class)
                .isThrownBy(() -> Capture.of("\uFEFFPOST / HTTP/1.1\n\n{}".getBytes(StandardCharsets.UTF_16LE)))
                .withMessage(
                        "the capture is in UTF-16, so its body differs from the bytes that were sent: capture it again"
                                + " as bytes and not as text");
    }

    @Test
    void invisibleCharacterInTheHeadIsReported() {
        assertThat(capture("POST / HTTP/1.1\nX-A: 1\nX-B:\u00A0\u00E9\n\n\u00A0")
                        .notes())
                .containsExactly(
                        "the head of the capture contains U+00A0 NO-BREAK SPACE at character 5 of line 3: check"
                                + " whether it was sent, or added by copying");
        assertThat(Capture.of("POST / HTTP/1.1\nX-B: \u00E9\n\n".getBytes(StandardCharsets.ISO_8859_1))
                        .notes())
                .isEmpty();
    }

    private static Capture capture(String raw) {
        return Capture.of(raw.getBytes(StandardCharsets.UTF_8));
    }
}
