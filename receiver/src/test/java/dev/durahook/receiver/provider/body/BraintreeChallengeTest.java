package dev.durahook.receiver.provider.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.source.Shared;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BraintreeChallengeTest {

    @Test
    void everyPublicChallengeHasItsAnswer() throws IOException {
        List<JsonNode> vectors = new ArrayList<>();
        new ObjectMapper()
                .readTree(Shared.path("vectors/vectors.json").toFile())
                .forEach(vector -> {
                    if (vector.path("scheme").asText().equals("braintree-challenge")) {
                        vectors.add(vector);
                    }
                });
        assertThat(vectors).hasSize(2).allSatisfy(BraintreeChallengeTest::hasItsAnswer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123456789abcdef012", "0123456789abcdef0123456789abcdef0", "PG5vdGlmaWNhdGlvbj4K0000"})
    void challengeThatCouldBeAPayloadIsNotSigned(String challenge) {
        assertThat(BraintreeChallenge.answer(challenge, Braintree.secret("a|b")))
                .isEmpty();
    }

    private static void hasItsAnswer(JsonNode vector) {
        String publicKey = vector.path("public_key").asText("integration_public_key");
        Secret keys = Braintree.secret(publicKey + "|" + vector.path("secret").asText());
        String challenge = URI.create(vector.path("url").asText()).getQuery().replace("bt_challenge=", "");
        JsonNode expected = vector.path("expected_response").path("body");
        assertThat(BraintreeChallenge.answer(challenge, keys).isPresent())
                .isEqualTo(vector.path("valid").asBoolean());
        assertThat(BraintreeChallenge.answer(challenge, keys).orElse("")).isEqualTo(expected.asText(""));
    }
}
