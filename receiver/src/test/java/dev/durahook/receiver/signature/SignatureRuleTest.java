package dev.durahook.receiver.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.secret.KeyForm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureRuleTest {

    @Test
    void plainHashThatEndsWithTheBodyCanBeContinued() {
        assertThat(rule(Algorithm.SHA256, "{secret}{body}").isExtendable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{body}{secret}", "{secret}{body}.", "{secret}{body}{header:X-Id}"})
    void plainHashWithMoreAfterTheBodyCanNot(String content) {
        assertThat(rule(Algorithm.SHA256, content).isExtendable()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SHA256")
    void noOtherSignatureCanBeContinued(Algorithm algorithm) {
        assertThat(rule(algorithm, "{secret}{body}").isExtendable()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void onlyAKeyedHashCanBeComputedFromTheReceiversSecret(Algorithm algorithm) {
        assertThat(algorithm.isShared()).isEqualTo(algorithm.name().startsWith("HMAC"));
    }

    private static SignatureRule rule(Algorithm algorithm, String content) {
        return new SignatureRule(
                algorithm, List.of("X-Sign"), "", "", Encoding.HEX, content, KeyForm.TEXT, "", false, null, false);
    }
}
