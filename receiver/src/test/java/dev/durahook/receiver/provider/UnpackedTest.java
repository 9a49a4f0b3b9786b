package dev.durahook.receiver.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.provider.body.LarkCipher;
import dev.durahook.receiver.secret.KeyForm;
import dev.durahook.receiver.source.Shared;
import dev.durahook.receiver.verification.Verdict.Verified;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The event is the content that was signed, also if the delivery packs it. */
class UnpackedTest {

    @Test
    void larkIsDecrypted() {
        assertThat(unpacked("lark")).startsWith("{\"id\":\"evt_1\"").endsWith("Ämter\"}");
    }

    @Test
    void braintreeIsTheXmlOfThePayload() {
        assertThat(unpacked("braintree")).isEqualTo("<notification>\n</notification>");
    }

    @Test
    void bodyOfTwilioIsUnchanged() {
        assertThat(unpacked("twilio")).startsWith("To=");
    }

    @Test
    void thePublicVectorOfLarkIsDecrypted() throws Exception {
        JsonNode vector = null;
        for (JsonNode one :
                new ObjectMapper().readTree(Shared.path("vectors/vectors.json").toFile())) {
            vector = one.path("scheme").asText().equals("lark-encrypted") ? one : vector;
        }
        byte[] body = vector.path("body").asText().getBytes(StandardCharsets.UTF_8);
        assertThat(LarkCipher.decrypted(
                        body, KeyForm.TEXT.read(vector.path("secret").asText(), "")))
                .asString()
                .isEqualTo(vector.path("expected_plaintext").asText());
    }

    private static String unpacked(String scheme) {
        Provider provider = Providers.all()
                .filter(one -> one.scheme().equals(scheme))
                .findFirst()
                .orElseThrow();
        Delivery sent = provider.sent().delivery();
        Verified verified = (Verified) provider.source(provider.secret()).verify(sent);
        return new String(verified.of(sent).body(), StandardCharsets.UTF_8);
    }
}
