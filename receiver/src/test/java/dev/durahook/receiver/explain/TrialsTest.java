package dev.durahook.receiver.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.signature.Digests;
import dev.durahook.receiver.signing.Verifiers;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.RevealedSource;
import dev.durahook.receiver.source.RevealedSources;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict.Rejected;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stranger can't make a receiver try more than a few variants, with any declaration of a source. */
class TrialsTest {

    private static final Rejected NO = new Rejected(Rejection.SIGNATURE_MISMATCH, "none of them");

    @ParameterizedTest
    @ValueSource(ints = {2, 40, 200})
    void fewAreAsFewWithManySecrets(int secrets) {
        AtomicInteger tried = new AtomicInteger();

        assertThat(new Trials(twilio(secrets), counting(tried), List.of(), forged()).firstPassingOfFew())
                .isEmpty();

        assertThat(tried).hasValue(Trials.FEW);
    }

    private static RevealedSource twilio(int secrets) {
        String all = IntStream.range(0, secrets).mapToObj(i -> "secret" + i).collect(Collectors.joining(", "));
        String yaml = "shop: {scheme: twilio, secrets: [%s], public-url: 'https://hooks.example.com/'}".formatted(all);
        return RevealedSources.of(Declaration.environment(yaml), Declaration.NOW, Verifiers.ofCatalogue())
                .named("shop");
    }

    private static TrialVerification counting(AtomicInteger tried) {
        return secret -> delivery -> {
            tried.incrementAndGet();
            return NO;
        };
    }

    private static Delivery forged() {
        Headers headers = Headers.of(Map.of("X-Twilio-Signature", List.of("AAAA")));
        return new Delivery("http://10.0.0.7:8000/webhooks/shop?a=1", headers, Digests.bytes("{\"a\":1}"));
    }
}
