package dev.durahook.receiver.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.signature.Verdict.Rejected;
import dev.durahook.receiver.signature.Verdict.Verified;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.InvalidSourceException;
import dev.durahook.receiver.source.Scheme;
import dev.durahook.receiver.source.Schemes;
import dev.durahook.receiver.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is genuine passes, and one line for each way of making something pass that is not. */
class ForgeryTest {

    private static final String ALL = "dev.durahook.receiver.signature.Senders#all";
    private static final String WITH_TIMESTAMP = "dev.durahook.receiver.signature.Senders#withTimestamp";

    @ParameterizedTest
    @MethodSource(ALL)
    void genuine(Sender sender) {
        assertThat(sender.source(sender.secret()).verify(sender.request().delivery()))
                .isEqualTo(new Verified(0));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void genuineWithTheSecondOfTwoSecrets(Sender sender) {
        Source rotating = sender.source(sender.otherSecret(), sender.secret());
        assertThat(rotating.verify(sender.request().delivery())).isEqualTo(new Verified(1));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void oneBitChangedAnywhereInTheBody(Sender sender) {
        Source source = sender.source(sender.secret());
        for (int bit = 0; bit < Sender.BODY.length * 8; bit++) {
            byte[] changed = Sender.BODY.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(source.verify(sender.request().withBody(changed).delivery()))
                    .as("bit %d", bit)
                    .isInstanceOf(Rejected.class);
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void bodyShortenedOrLengthened(Sender sender) {
        byte[] shorter = Arrays.copyOf(Sender.BODY, Sender.BODY.length - 1);
        byte[] longer = Arrays.copyOf(Sender.BODY, Sender.BODY.length + 1);
        rejected(sender, sender.request().withBody(shorter).delivery(), Rejection.SIGNATURE_MISMATCH);
        rejected(sender, sender.request().withBody(longer).delivery(), Rejection.SIGNATURE_MISMATCH);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void signatureHeaderMissing(Sender sender) {
        Request request = sender.request();
        rejected(sender, request.without(request.signatureHeader()).delivery(), Rejection.SIGNATURE_MISSING);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void signatureUnderTheNameOfAnotherHeader(Sender sender) {
        Request request = sender.request();
        Request swapped = request.without(request.signatureHeader())
                .withHeader("X-Signature", request.header(request.signatureHeader()));
        rejected(sender, swapped.delivery(), Rejection.SIGNATURE_MISSING);
    }

    static Stream<Sender> sendingOneHeader() {
        return Senders.all().filter(sender -> !isRepeatable(sender));
    }

    static Stream<Sender> repeatingTheirHeader() {
        return Senders.all().filter(ForgeryTest::isRepeatable);
    }

    @ParameterizedTest
    @MethodSource("repeatingTheirHeader")
    void signatureHeaderOnceForEachOfTwoSecrets(Sender sender) {
        Source source = sender.source(sender.secret());
        Request other = sender.request(sender.otherSecret(), Sender.BODY);
        Request genuine = sender.request();
        String header = genuine.signatureHeader();

        assertThat(source.verify(other.repeating(genuine.header(header)))).isEqualTo(new Verified(0));
        assertThat(source.verify(genuine.repeating(other.header(header)))).isEqualTo(new Verified(0));
        rejected(sender, other.repeating(other.header(header)), Rejection.SIGNATURE_MISMATCH);
        rejected(sender, other.repeating("forged"), null);
    }

    @ParameterizedTest
    @MethodSource("repeatingTheirHeader")
    void signatureHeaderTenThousandTimes(Sender sender) {
        Request request = sender.request();
        String value = request.header(request.signatureHeader());
        Delivery often = request.repeating(Collections.nCopies(10_000, value));

        rejected(sender, often, Rejection.SIGNATURE_MALFORMED);
    }

    @ParameterizedTest
    @MethodSource("sendingOneHeader")
    void signatureHeaderTwice(Sender sender) {
        Request request = sender.request();
        String value = request.header(request.signatureHeader());
        rejected(sender, request.repeating(value), Rejection.SIGNATURE_MALFORMED);
        rejected(sender, request.repeating("forged"), Rejection.SIGNATURE_MALFORMED);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void signatureEmpty(Sender sender) {
        rejectedForItsForm(
                sender, sender.request().withSignature(signature -> "").delivery());
        Request request = sender.request();
        rejectedForItsForm(
                sender, request.withHeader(request.signatureHeader(), "").delivery());
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void signatureTruncated(Sender sender) {
        Request truncated = sender.request().withSignature(signature -> signature.substring(0, signature.length() - 1));
        rejectedForItsForm(sender, truncated.delivery());
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void signaturePadded(Sender sender) {
        for (String padding : new String[] {"=", "0", "A", "%3D", "\u0000"}) {
            Request padded = sender.request().withSignature(signature -> signature + padding);
            rejectedForItsForm(sender, padded.delivery());
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void signatureInUpperCase(Sender sender) {
        Request upper = sender.request().withSignature(signature -> signature.toUpperCase(Locale.ROOT));
        rejected(sender, upper.delivery(), Rejection.SIGNATURE_MISMATCH);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void signatureInAnotherAlphabet(Sender sender) {
        Request other = sender.request().withSignature(Alphabets::other);
        rejected(sender, other.delivery(), null);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void signatureWithOneCharacterChanged(Sender sender) {
        Source source = sender.source(sender.secret());
        // Signed once: a signature with a random part is longer or shorter the next time.
        Request genuine = sender.request();
        for (int i = 0; i < genuine.signature().length(); i++) {
            int at = i;
            Request changed = genuine.withSignature(text -> Alphabets.changed(text, at));
            assertThat(source.verify(changed.delivery())).as("character %d", at).isInstanceOf(Rejected.class);
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void signatureOfAnotherDelivery(Sender sender) {
        Request other = sender.request(sender.secret(), Digests.bytes("another body"));
        Request swapped = sender.request().withHeader(other.signatureHeader(), other.header(other.signatureHeader()));
        rejected(sender, swapped.delivery(), Rejection.SIGNATURE_MISMATCH);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void signatureOfAnotherSource(Sender sender) {
        Request other = sender.request(sender.otherSecret(), Sender.BODY);
        rejected(sender, other.delivery(), Rejection.SIGNATURE_MISMATCH);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void tenThousandSignatures(Sender sender) {
        Request request = sender.request();
        String value = request.header(request.signatureHeader());
        String list = "v1=0,v1,0 h1=0;".repeat(10_000) + value;
        Delivery delivery = request.withHeader(request.signatureHeader(), list).delivery();
        Assertions.assertTimeout(
                Duration.ofSeconds(5), () -> rejected(sender, delivery, Rejection.SIGNATURE_MALFORMED));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void emptyBodyThoughSigned(Sender sender) {
        rejected(sender, sender.request(sender.secret(), new byte[0]).delivery(), Rejection.BODY_EMPTY);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void emptySecretIsNone(Sender sender) {
        assertThatExceptionOfType(InvalidSourceException.class).isThrownBy(() -> sender.source(""));
        assertThatExceptionOfType(InvalidSourceException.class).isThrownBy(() -> sender.source(sender.secret(), ""));
    }

    @ParameterizedTest
    @MethodSource(WITH_TIMESTAMP)
    void timestampAtTheEdgeOfTheTolerance(Sender sender) {
        for (long skew : new long[] {sender.tolerance(), -sender.tolerance()}) {
            Source source = sender.source(later(skew), sender.secret());
            assertThat(source.verify(sender.request().delivery())).isEqualTo(new Verified(0));
        }
    }

    @ParameterizedTest
    @MethodSource(WITH_TIMESTAMP)
    void oldTimestamp(Sender sender) {
        long age = sender.tolerance() + 312;
        Source source = sender.source(later(age), sender.secret());
        assertThat(source.verify(sender.request().delivery()))
                .isEqualTo(new Rejected(
                        Rejection.TIMESTAMP_OUT_OF_TOLERANCE,
                        "timestamp " + age + " s old, tolerance " + sender.tolerance() + " s"));
    }

    @ParameterizedTest
    @MethodSource(WITH_TIMESTAMP)
    void timestampInTheFuture(Sender sender) {
        long skew = sender.tolerance() + 1;
        Source source = sender.source(later(-skew), sender.secret());
        assertThat(source.verify(sender.request().delivery()))
                .isEqualTo(new Rejected(
                        Rejection.TIMESTAMP_OUT_OF_TOLERANCE,
                        "timestamp " + skew + " s ahead, tolerance " + sender.tolerance() + " s"));
    }

    @ParameterizedTest
    @MethodSource(WITH_TIMESTAMP)
    void timestampThatIsNoNumber(Sender sender) {
        for (String text :
                new String[] {"", "x", "-1", "+1", "1e9", "0x10", " ", "1.5", "١٢٣", "9".repeat(20), "9".repeat(5000)
                }) {
            Request changed = withTimestamp(sender, text);
            rejected(sender, changed.delivery(), Rejection.SIGNATURE_MALFORMED);
        }
    }

    @ParameterizedTest
    @MethodSource(WITH_TIMESTAMP)
    void timestampRenewed(Sender sender) {
        InstantSource muchLater = later(2 * sender.tolerance() + 7200);
        Request renewed = withTimestamp(sender, sender.timestamp().apply(muchLater.instant()));
        assertThat(sender.source(muchLater, sender.secret()).verify(renewed.delivery()))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        verdict -> assertThat(verdict.reason()).isEqualTo(Rejection.SIGNATURE_MISMATCH));
    }

    @Test
    void everySchemeOfTheCatalogueIsForged() {
        Set<String> forged = Stream.concat(Senders.all().map(Sender::declaration), TokenTest.schemes())
                .map(declaration -> declaration.replaceAll("scheme: ([a-z0-9-]+).*", "$1"))
                .collect(Collectors.toSet());
        assertThat(forged).containsAll(signing());
    }

    private static boolean isRepeatable(Sender sender) {
        return Schemes.load()
                .named(sender.declaration().replaceAll("scheme: ([a-z0-9-]+).*", "$1"))
                .map(Scheme::signature)
                .filter(SignatureRule::repeatable)
                .isPresent();
    }

    private static Set<String> signing() {
        Schemes schemes = Schemes.load();
        // Those with a verifier of their own are forged beside it.
        return schemes.names().stream()
                .filter(name -> schemes.named(name).orElseThrow().signature() != null)
                .collect(Collectors.toSet());
    }

    private static Request withTimestamp(Sender sender, String timestamp) {
        Request changed = sender.request();
        String now = sender.timestamp().apply(Declaration.NOW.instant());
        for (String name : sender.headers().keySet()) {
            changed = changed.withHeader(name, changed.header(name).replace(now, timestamp));
        }
        return changed;
    }

    private static InstantSource later(long seconds) {
        Instant then = Declaration.NOW.instant().plusSeconds(seconds);
        return InstantSource.fixed(then);
    }

    // What of the form is wrong depends on the scheme: where the signature stands alone, its length.
    private static void rejectedForItsForm(Sender sender, Delivery delivery) {
        assertThat(sender.source(sender.secret()).verify(delivery))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        verdict -> assertThat(verdict.reason())
                                .isIn(Rejection.SIGNATURE_LENGTH, Rejection.SIGNATURE_MALFORMED));
    }

    private static void rejected(Sender sender, Delivery delivery, Rejection reason) {
        assertThat(sender.source(sender.secret()).verify(delivery)).isInstanceOfSatisfying(Rejected.class, verdict -> {
            if (reason != null) {
                assertThat(verdict.reason()).as(verdict.detail()).isEqualTo(reason);
            }
            assertThat(verdict.detail()).doesNotContain(sender.secret()).isNotBlank();
        });
    }
}
