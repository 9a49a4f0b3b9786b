package dev.durahook.receiver.signature;

import static dev.durahook.receiver.signature.Refusals.refused;
import static dev.durahook.receiver.signature.Refusals.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durahook.receiver.configuration.InvalidSourceException;
import dev.durahook.receiver.ingest.WayIn;
import dev.durahook.receiver.scheme.Schemes;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.testsupport.Cases;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Genuine requests pass; each line is one attack, which is refused. Every request goes the whole way in: a refused
 * request is answered 401, and nothing of it is stored.
 */
class ForgeryTest {

    private static final String ALL = "dev.durahook.receiver.signature.Senders#all";

    /** This header describes another header, and is not part of the signed content. */
    private static final Set<String> UNSIGNED = Set.of("X-HubSpot-Signature-Version");

    /** Every third bit is two bits or three of every byte, and every ninth a bit of nearly every byte, at all positions. */
    private static final int STEP = Cases.of(9, 3);

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
        Request genuine = sender.request();
        for (int bit = 0; bit < Sender.BODY.length * 8; bit += STEP) {
            byte[] changed = Sender.BODY.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            refused(source, genuine.withBody(changed).delivery(), "bit " + bit);
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
    void emptyBodyThoughSigned(Sender sender) {
        rejected(sender, sender.request(sender.secret(), new byte[0]).delivery(), Rejection.BODY_EMPTY);
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
    void signatureUnderTheNameOfAnotherHeader(Sender sender) {
        Request request = sender.request();
        Request swapped = request.without(request.signatureHeader())
                .withHeader("X-Signature", request.header(request.signatureHeader()));
        rejected(sender, swapped.delivery(), Rejection.SIGNATURE_MISSING);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void signatureHeaderMissing(Sender sender) {
        Request request = sender.request();
        rejected(sender, request.without(request.signatureHeader()).delivery(), Rejection.SIGNATURE_MISSING);
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
    void emptySecretStopsTheStart(Sender sender) {
        assertThatExceptionOfType(InvalidSourceException.class).isThrownBy(() -> sender.source(""));
        assertThatExceptionOfType(InvalidSourceException.class).isThrownBy(() -> sender.source(sender.secret(), ""));
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
        // Schemes with a verifier of their own are forged in ProviderForgeryTest.
        return schemes.names().stream()
                .filter(name -> schemes.named(name).orElseThrow().signature() != null)
                .collect(Collectors.toSet());
    }
}
