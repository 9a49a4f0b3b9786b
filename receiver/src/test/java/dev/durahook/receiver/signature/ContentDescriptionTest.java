package dev.durahook.receiver.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.secret.KeyForm;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentDescriptionTest {

    private static final TimestampRule IN_SIGNATURE =
            new TimestampRule(List.of("X-Sign"), ",", "t=", null, TimestampUnit.SECONDS, Duration.ofMinutes(5));

    @Test
    void valuesAreShownButNeitherTheBodyNorTheSecret() {
        assertThat(described(Map.of("X-Sign", List.of("t=123,v1=ab"), "X-Id", List.of("$1"))))
                .isEqualTo("v0:123:$1|https://example.com/hook?a=b|<secret>|<body>");
    }

    @Test
    void missingValueIsNamed() {
        assertThat(described(Map.of()))
                .isEqualTo("v0:<no timestamp>:<no header:X-Id,X-Other>|https://example.com/hook?a=b|<secret>|<body>");
    }

    @Test
    void firstHeaderThatWasSentIsShown() {
        assertThat(described(Map.of("X-Sign", List.of("t=1"), "X-Other", List.of("o"))))
                .startsWith("v0:1:o|");
    }

    private static String described(Map<String, List<String>> headers) {
        SignatureRule rule = new SignatureRule(
                Algorithm.HMAC_SHA256,
                List.of("X-Sign"),
                ",",
                "v1=",
                Encoding.HEX,
                "v0:{timestamp}:{header:X-Id,X-Other}|{url}|{secret}|{body}",
                KeyForm.TEXT,
                "",
                false,
                IN_SIGNATURE,
                false);
        byte[] body = "private".getBytes(StandardCharsets.UTF_8);
        return ContentDescription.of(rule, new Delivery("https://example.com/hook?a=b", Headers.of(headers), body));
    }
}
