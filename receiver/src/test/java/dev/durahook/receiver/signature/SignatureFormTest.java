package dev.durahook.receiver.signature;

import static dev.durahook.receiver.signature.Refusals.refused;
import static dev.durahook.receiver.signature.Refusals.rejected;
import static dev.durahook.receiver.signature.Refusals.rejectedForItsForm;
import static dev.durahook.receiver.signature.Refusals.rejectedForItsSize;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.testsupport.CpuTime;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A signature passes only in the form in which it was written. */
class SignatureFormTest {

    private static final String ALL = "dev.durahook.receiver.signature.Senders#all";

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
        // The request is signed once, because a signature with a random part may have another length the next time.
        Request genuine = sender.request();
        for (int i = 0; i < genuine.signature().length(); i++) {
            int at = i;
            Request changed = genuine.withSignature(text -> Alphabets.changed(text, at));
            refused(source, changed.delivery(), "character " + at);
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void tenThousandSignatures(Sender sender) {
        Request request = sender.request();
        String value = request.header(request.signatureHeader());
        String list = "v1=0,v1,0 h1=0;".repeat(10_000) + value;
        Delivery delivery = request.withHeader(request.signatureHeader(), list).delivery();
        assertThat(CpuTime.of(() -> rejectedForItsSize(sender, delivery))).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void tenThousandSignaturesThatARequestHasRoomFor(Sender sender) {
        Request request = sender.request();
        String list = ", ;".repeat(10_000) + request.header(request.signatureHeader());
        Delivery delivery = request.withHeader(request.signatureHeader(), list).delivery();
        rejected(sender, delivery, Rejection.SIGNATURE_MALFORMED);
    }
}
