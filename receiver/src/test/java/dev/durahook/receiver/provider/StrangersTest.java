package dev.durahook.receiver.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.keys.https.RefusedFetchException;
import dev.durahook.receiver.signature.Digests;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Verdict;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.testsupport.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Strangers send many well forged deliveries that name invented keys. A genuine delivery whose key is not cached yet is
 * still verified.
 */
class StrangersTest {

    // Of a key in the queue.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    private static final byte[] SIGNATURE_OF_TOKEN = new byte[64];
    private static final Sent PAYPAL = KeyProviders.paypal().sent();
    private static final Sent SNS = KeyProviders.sns("2").sent();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger fetches = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final List<Future<?>> strangers = new ArrayList<>();

    // Fails if a forged delivery was verified.
    @AfterEach
    void stop() throws Exception {
        over.set(true);
        // A stranger whose key waits in the queue would otherwise wait for its turn.
        threads.shutdownNow();
        for (Future<?> stranger : strangers) {
            stranger.get(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** A provider, and the forged requests of a stranger. */
    record Target(Provider provider, Supplier<Delivery> forged) {

        @Override
        public String toString() {
            return provider.scheme();
        }
    }

    static Stream<Target> targets() {
        return Stream.of(
                new Target(KeyProviders.plaid("plaid"), StrangersTest::plaid),
                new Target(KeyProviders.paypal(), StrangersTest::paypal),
                new Target(KeyProviders.sns("2"), StrangersTest::sns));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void amongEightStrangersTheFirstDeliveryGetsIn(Target target) {
        Source source = source(target);
        strangers(8, target.forged(), source);
        assertThat(deliveriesUntilVerified(target, source)).isEqualTo(1);
        for (int i = 0; i < 3; i++) {
            assertThat(deliveriesUntilVerified(target, source)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void amongAHundredStrangersTheFirstRedeliveryGetsIn(Target target) {
        Source source = source(target);
        strangers(100, target.forged(), source);
        assertThat(deliveriesUntilVerified(target, source)).isBetween(1, 2);
    }

    @Test
    void genuineKeyNeedsOneDeliveryMoreThanStrangersSendForEachKey() {
        int times = 5;
        Target target = targets().findFirst().orElseThrow();
        Source source = source(target);
        for (int i = 0; i < 50; i++) {
            strangers.add(threads.submit(() -> {
                while (!over.get()) {
                    Delivery forged = target.forged().get();
                    for (int n = 0; n < times && !over.get(); n++) {
                        note(source.verify(forged));
                    }
                }
            }));
        }
        awaitRefused(200);
        assertThat(deliveriesUntilVerified(target, source)).isBetween(1, times + 1);
    }

    @Test
    void strangersOfOneSourceDoNotAffectAnother() {
        Target target = targets().findFirst().orElseThrow();
        Source attacked = source(target);
        Source other = source(target);
        strangers(100, target.forged(), attacked);
        assertThat(deliveriesUntilVerified(target, other)).isEqualTo(1);
    }

    @Test
    void manyStrangersCauseFewCalls() {
        Target target = targets().findFirst().orElseThrow();
        Source source = source(target);
        long begin = System.nanoTime();
        strangers(100, target.forged(), source);
        awaitRefused(2_000);
        long called = fetches.get();
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin) + 1;
        assertThat(called).isLessThanOrEqualTo(20 + 10 * seconds);
    }

    private void strangers(int number, Supplier<Delivery> forged, Source source) {
        for (int i = 0; i < number; i++) {
            strangers.add(threads.submit(() -> {
                while (!over.get()) {
                    note(source.verify(forged.get()));
                }
            }));
        }
        // All tokens are used, and every waiting place is taken.
        awaitRefused(25);
    }

    // A fetch over HTTP takes some time as well.
    private void note(Verdict verdict) {
        assertThat(verdict).isNotInstanceOf(Verified.class);
        refused.incrementAndGet();
        sleep(20);
    }

    private void awaitRefused(int number) {
        Await.until(number + " deliveries are refused", () -> refused.get() >= number);
    }

    // A sender comes again five seconds later or more: to come again at once is harder. If a delivery waits as long
    // as it may, it does not count: the machine may have been too slow for any turn to come.
    private static int deliveriesUntilVerified(Target target, Source source) {
        Delivery genuine = target.provider().sent().delivery();
        int delivery = 1;
        while (delivery < 1_000) {
            long begin = System.nanoTime();
            if (source.verify(genuine) instanceof Verified) {
                return delivery;
            }
            if (System.nanoTime() - begin < LONGEST_WAIT.toNanos()) {
                delivery++;
            }
        }
        throw new AssertionError("never");
    }

    private Source source(Target target) {
        Provider provider = target.provider();
        ExternalKeys externalKeys = new ExternalKeys(
                (address, json) -> {
                    fetches.incrementAndGet();
                    sleep(20);
                    String asked = address + (json == null ? "" : new String(json));
                    if (Stream.of(KeyProviders.KEY_ID, KeyProviders.PAYPAL_CERTIFICATE, KeyProviders.SNS_CERTIFICATE)
                            .anyMatch(asked::contains)) {
                        return provider.externalKeys().fetch().of(address, json);
                    }
                    throw json == null
                            ? new RefusedFetchException(404)
                            : KeyProviders.plaidError(400, "INVALID_WEBHOOK_VERIFICATION_KEY_ID");
                },
                provider.externalKeys().trust());
        String yaml = "shop: {scheme: %s, secrets: ['%s']}".formatted(provider.scheme(), provider.secret());
        return Declaration.source(yaml, Declaration.NOW, externalKeys);
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Delivery plaid() {
        try {
            String content = Tokens.content(
                    "{'alg':'ES256','kid':'" + UUID.randomUUID() + "','typ':'JWT'}", KeyProviders.plaidClaims());
            String token = content + "." + Digests.base64Url(SIGNATURE_OF_TOKEN);
            return new Sent("", Map.of("Plaid-Verification", token), KeyProviders.BODY, token).delivery();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Delivery paypal() {
        return PAYPAL.with("PAYPAL-CERT-URL", "https://api.paypal.com/v1/notifications/certs/CERT-" + UUID.randomUUID())
                .delivery();
    }

    private static Delivery sns() {
        String name = UUID.randomUUID().toString().replace("-", "");
        String address = "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-" + name + ".pem";
        return SNS.withBody(SNS.body().replace(KeyProviders.SNS_CERTIFICATE, address))
                .delivery();
    }
}
