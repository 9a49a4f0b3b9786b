package dev.durahook.receiver.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.ingest.WayIn;
import dev.durahook.receiver.signature.Verdict.Rejected;
import dev.durahook.receiver.signature.Verdict.Verified;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.InvalidSourceException;
import dev.durahook.receiver.source.Schemes;
import dev.durahook.receiver.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is genuine passes, and one line for each way of making something pass that is not. All of them go the whole way
 * in: what is refused is answered 401, and nothing of it is stored.
 */
class ForgeryTest {

    private static final String ALL = "dev.durahook.receiver.signature.Senders#all";
    /** Says how to read another one, and has no place in what is signed. */
    private static final Set<String> UNSIGNED = Set.of("X-HubSpot-Signature-Version");

    private static final String WITH_TIMESTAMP = "dev.durahook.receiver.signature.Senders#withTimestamp";

    @ParameterizedTest
    @MethodSource(ALL)
    void genuine(Sender sender) {
        assertThat(sender.source(sender.secret()).verify(sender.request().delivery()))
                .isEqualTo(new Verified(0));
        assertThat(new WayIn(sender.source(sender.secret()))
                        .post(sender.request().delivery())
                        .getStatus())
                .isNotEqualTo(401);
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
            refused(source, sender.request().withBody(changed).delivery(), "bit " + bit);
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

    @ParameterizedTest
    @MethodSource(ALL)
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
            refused(source, changed.delivery(), "character " + at);
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void anotherHeaderThatIsSignedChangedOrRepeatedOrMissing(Sender sender) {
        Source source = sender.source(sender.secret());
        Request genuine = sender.request();
        for (String name : sender.headers().keySet()) {
            if (!name.equals(genuine.signatureHeader()) && !UNSIGNED.contains(name)) {
                String value = genuine.header(name);
                refused(source, genuine.without(name).delivery(), name);
                refused(source, genuine.repeating(name, value), name);
                for (int i = 0; i < value.length(); i++) {
                    refused(
                            source,
                            genuine.withHeader(name, Alphabets.changed(value, i))
                                    .delivery(),
                            name);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void headersWithEachOthersValue(Sender sender) {
        Request genuine = sender.request();
        List<String> names = sender.headers().keySet().stream()
                .filter(name -> !UNSIGNED.contains(name))
                .toList();
        for (int i = 1; i < names.size(); i++) {
            Request swapped = genuine.withHeader(names.get(0), genuine.header(names.get(i)))
                    .withHeader(names.get(i), genuine.header(names.get(0)));
            refused(sender.source(sender.secret()), swapped.delivery(), names.get(i));
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
        // So many headers are too large to be looked at.
        WayIn.refuses(sender.source(sender.secret()), delivery, Set.of(401, 431));
        Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(sender.source(sender.secret()).verify(delivery))
                        .isInstanceOfSatisfying(
                                Rejected.class,
                                verdict -> assertThat(verdict.reason()).isEqualTo(Rejection.SIGNATURE_MALFORMED)));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void tenThousandSignaturesThatARequestHasRoomFor(Sender sender) {
        Request request = sender.request();
        String list = ", ;".repeat(10_000) + request.header(request.signatureHeader());
        Delivery delivery = request.withHeader(request.signatureHeader(), list).delivery();
        rejected(sender, delivery, Rejection.SIGNATURE_MALFORMED);
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
        WayIn.refuses(source, sender.request().delivery());
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
        WayIn.refuses(source, sender.request().delivery());
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
        WayIn.refuses(sender.source(muchLater, sender.secret()), renewed.delivery());
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
        WayIn.refuses(sender.source(sender.secret()), delivery);
        assertThat(sender.source(sender.secret()).verify(delivery))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        verdict -> assertThat(verdict.reason())
                                .isIn(Rejection.SIGNATURE_LENGTH, Rejection.SIGNATURE_MALFORMED));
    }

    private static void refused(Source source, Delivery delivery, String what) {
        assertThat(source.verify(delivery)).as(what).isInstanceOf(Rejected.class);
        WayIn.refuses(source, delivery);
    }

    private static void rejected(Sender sender, Delivery delivery, Rejection reason) {
        WayIn.refuses(sender.source(sender.secret()), delivery);
        assertThat(sender.source(sender.secret()).verify(delivery)).isInstanceOfSatisfying(Rejected.class, verdict -> {
            if (reason != null) {
                assertThat(verdict.reason()).as(verdict.detail()).isEqualTo(reason);
            }
            assertThat(verdict.detail()).doesNotContain(sender.secret()).isNotBlank();
        });
    }
}
