package dev.durahook.worker.destination.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.testsupport.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StandardWebhooksTest {

    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final Instant AT = Instant.ofEpochSecond(1614265330);
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final SigningKey HMAC = SigningKey.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    // Published with svix-webhooks, as are the signatures that it makes.
    private static final SigningKey ED25519 = SigningKey.of(
            "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqKJp4AJ5p9lMicMFs6Kuvg==");

    static Stream<JsonNode> publishedSignatures() throws IOException {
        JsonNode vectors = new ObjectMapper().readTree(Shared.vectors().toFile());
        return StreamSupport.stream(vectors.spliterator(), false).filter(StandardWebhooksTest::isOneValidSignature);
    }

    private static boolean isOneValidSignature(JsonNode vector) {
        return List.of("standard-webhooks", "openai")
                        .contains(vector.path("scheme").asText())
                && vector.path("valid").asBoolean()
                && vector.path("headers").path("webhook-signature").asText().matches("v1,[^ ]+");
    }

    @ParameterizedTest
    @MethodSource("publishedSignatures")
    void signsAsOthersDo(JsonNode vector) {
        JsonNode headers = vector.path("headers");
        assertThat(StandardWebhooks.headers(
                        headers.path("webhook-id").asText(),
                        Instant.ofEpochSecond(headers.path("webhook-timestamp").asLong()),
                        vector.path("body").asText().getBytes(StandardCharsets.UTF_8),
                        List.of(SigningKey.of(vector.path("secret").asText()))))
                .containsEntry(
                        "webhook-signature", headers.path("webhook-signature").asText());
    }

    @Test
    void theVersionOfASignatureMayStandBeforeASecret() {
        assertThat(SigningKey.of("v1,whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").sign(BODY))
                .isEqualTo(HMAC.sign(BODY));
        assertThat(SigningKey.of(
                                "v1a,whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqKJp4AJ5p9lMicMFs6Kuvg==")
                        .sign(BODY))
                .isEqualTo(ED25519.sign(BODY));
    }

    @Test
    void privateKeySignsAsOthersDo() {
        assertThat(StandardWebhooks.headers(ID, AT, BODY, List.of(ED25519)))
                .containsEntry(
                        "webhook-signature",
                        "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==");
    }

    @Test
    void everySecretSigns() {
        assertThat(StandardWebhooks.headers(ID, AT, BODY, List.of(HMAC, ED25519)))
                .containsEntry(
                        "webhook-signature",
                        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
                                + " v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==");
    }

    @Test
    void withoutASecretThereIsNoSignature() {
        assertThat(StandardWebhooks.headers(ID, AT, BODY, List.of()))
                .containsOnlyKeys("webhook-id", "webhook-timestamp")
                .containsEntry("webhook-id", ID)
                .containsEntry("webhook-timestamp", "1614265330");
    }

    @Test
    void idHasNoFullStopWhichWouldMoveTheTimestamp() {
        assertThat(StandardWebhooks.webhookId("stripe:evt_1")).isEqualTo("stripe:evt_1");
        assertThat(StandardWebhooks.webhookId("acme:a.1614265330.{}")).isEqualTo("acme:a%2E1614265330%2E{}");
        assertThat(StandardWebhooks.webhookId("acme:a%2E")).isNotEqualTo(StandardWebhooks.webhookId("acme:a."));
    }
}
