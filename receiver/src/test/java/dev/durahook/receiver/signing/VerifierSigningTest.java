package dev.durahook.receiver.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.provider.ProviderVerifier;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verifier.Verifier;
import dev.durahook.receiver.verifier.VerifierInputs;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifierSigningTest {

    @Test
    void aWrongSignatureMakesNoFurtherChecksOfAnApplicationsVerifier() {
        assertThat(new VerifierSigning(new Own()).canBeTried()).isFalse();
        assertThat(new VerifierSigning(ProviderVerifier.ADYEN).canBeTried()).isTrue();
    }

    @Test
    void aSecretThatAnApplicationsVerifierCanNotReadIsRefusedWithoutItsText() {
        assertThatExceptionOfType(InvalidRuleException.class)
                .isThrownBy(() -> new VerifierSigning(new Own()).secret("%canary%"))
                .withMessageStartingWith(
                        "is not a secret that the verifier can read: java.lang.IllegalArgumentException")
                .withMessageNotContaining("canary")
                .withMessageNotContaining("25");
    }

    private static final class Own implements Verifier {

        @Override
        public String name() {
            return "own";
        }

        @Override
        public Check check(VerifierInputs inputs) {
            return delivery -> 0;
        }

        @Override
        public List<String> headers() {
            return List.of("X-Own");
        }

        @Override
        public Secret secret(String text) {
            return new Secret(Base64.getDecoder().decode(text));
        }
    }
}
