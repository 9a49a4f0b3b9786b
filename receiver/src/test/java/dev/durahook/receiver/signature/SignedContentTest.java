package dev.durahook.receiver.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.secret.KeyForm;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict.Rejected;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignedContentTest {

    private static final Secret SECRET = KeyForm.TEXT.read("s3cret", "");

    @Test
    void replacesEveryPlaceholder() throws Exception {
        assertThat(content("v0:{timestamp}:{header:X-Id}|{url}|{secret}|{body}!", Map.of("x-id", List.of("e1"))))
                .isEqualTo("v0:123:e1|https://example.com/hook?a=b|s3cret|{\"a\":1}!");
    }

    @Test
    void withoutPlacesIsALiteral() throws Exception {
        assertThat(content("plain", Map.of())).isEqualTo("plain");
    }

    @Test
    void theFirstHeaderThatWasSentIsSigned() throws Exception {
        assertThat(content("{header:X-A,X-B}{body}", Map.of("x-b", List.of("b"))))
                .isEqualTo("b{\"a\":1}");
    }

    @Test
    void aHeaderIsSignedAsTheBytesThatWereSent() throws Exception {
        byte[] sent = "Ä".getBytes(StandardCharsets.UTF_8);
        String asTheServerReadsIt = new String(sent, StandardCharsets.ISO_8859_1);
        assertThat(content("{header:X-Id}", Map.of("X-Id", List.of(asTheServerReadsIt))))
                .isEqualTo("Ä");
    }

    @Test
    void aSignedHeaderIsMissing() {
        rejected("{header:X-Id}.{body}", Map.of(), Rejection.SIGNATURE_MISSING, "header X-Id is missing");
    }

    @Test
    void aSignedHeaderIsRepeated() {
        rejected(
                "{header:X-Id}.{body}",
                Map.of("X-Id", List.of("a", "b")),
                Rejection.SIGNATURE_MALFORMED,
                "header X-Id was sent 2 times");
    }

    @Test
    void signedHeaderThatContainsTheDelimiterIsRefused() {
        rejected(
                "{header:X-Id}.{timestamp}.{body}",
                Map.of("X-Id", List.of("a.123")),
                Rejection.SIGNATURE_MALFORMED,
                "header X-Id contains '.', which separates it from the next part of the signed content");
    }

    private static String content(String template, Map<String, List<String>> headers) throws NotVerifiedException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        new SignedContent(template).of(delivery(headers), "123", SECRET).forEach(joined::writeBytes);
        return joined.toString(StandardCharsets.UTF_8);
    }

    private static void rejected(String template, Map<String, List<String>> headers, Rejection reason, String detail) {
        assertThatExceptionOfType(NotVerifiedException.class)
                .isThrownBy(() -> content(template, headers))
                .satisfies(e -> assertThat(e.verdict()).isEqualTo(new Rejected(reason, detail)));
    }

    private static Delivery delivery(Map<String, List<String>> headers) {
        return new Delivery(
                "https://example.com/hook?a=b", Headers.of(headers), "{\"a\":1}".getBytes(StandardCharsets.UTF_8));
    }
}
