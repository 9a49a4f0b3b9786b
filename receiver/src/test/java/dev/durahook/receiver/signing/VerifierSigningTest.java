package dev.durahook.receiver.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.keys.https.Fetch;
import dev.durahook.receiver.keys.https.KeyWaits;
import dev.durahook.receiver.provider.KeyProviders;
import dev.durahook.receiver.provider.ProviderVerifier;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.Obstacle;
import dev.durahook.receiver.verification.Verdict;
import dev.durahook.receiver.verification.Verdict.Undecided;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.receiver.verification.Verification;
import dev.durahook.receiver.verifier.Verifier;
import dev.durahook.receiver.verifier.VerifierInputs;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class VerifierSigningTest {

    private static final Fetch NO_FETCH = (address, json) -> {
        throw new IOException("no key is needed");
    };

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

    @Test
    void verifierWithoutACheckStopsTheStart() {
        Own none = new Own() {
            @Override
            @SuppressWarnings("NullAway")
            public Check check(VerifierInputs inputs) {
                return null;
            }
        };
        assertThatNullPointerException()
                .isThrownBy(() -> verification(none, KeyWaits.usual()))
                .withMessage("the verifier " + none.getClass().getName() + " returned no check");
    }

    // The check of an application's verifier may call a service that does not answer.
    @Test
    void checksThatWaitLeaveHalfOfTheThreads() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        Own slow = new Own() {
            @Override
            public Check check(VerifierInputs inputs) {
                return delivery -> {
                    waiting.countDown();
                    await(answered);
                    return 0;
                };
            }
        };
        Verification verification = verification(slow, KeyWaits.amongThreads(2));
        Delivery delivery = KeyProviders.snsWithSubject("An order").delivery();
        ExecutorService sender = Executors.newSingleThreadExecutor();
        try {
            Future<Verdict> first = sender.submit(() -> verification.verify(delivery));
            await(waiting);
            assertThat(verification.verify(delivery))
                    .isEqualTo(new Undecided(
                            Obstacle.KEY_CROWDED_OUT, "too many deliveries are with verifiers of the application"));
            answered.countDown();
            assertThat(first.get()).isEqualTo(new Verified(0));
            assertThat(verification.verify(delivery)).isEqualTo(new Verified(0));
        } finally {
            answered.countDown();
            sender.shutdownNow();
        }
    }

    private static Verification verification(Verifier verifier, KeyWaits waits) {
        return new VerifierSigning(verifier)
                .verification(List::of, InstantSource.system(), new ExternalKeys(NO_FETCH, (chain, at) -> {}, waits));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static class Own implements Verifier {

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
