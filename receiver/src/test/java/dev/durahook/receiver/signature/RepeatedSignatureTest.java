package dev.durahook.receiver.signature;

import static dev.durahook.receiver.signature.Refusals.rejected;
import static dev.durahook.receiver.signature.Refusals.rejectedForItsSize;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.scheme.Scheme;
import dev.durahook.receiver.scheme.Schemes;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict.Verified;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A signature's header that comes more than once. */
class RepeatedSignatureTest {

    static Stream<Sender> sendingOneHeader() {
        return Senders.all().filter(sender -> !isRepeatable(sender));
    }

    static Stream<Sender> repeatingTheirHeader() {
        return Senders.all().filter(RepeatedSignatureTest::isRepeatable);
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

    // HTTP allows it, and every proxy on Node and AWS's API Gateway do it.
    @ParameterizedTest
    @MethodSource("repeatingTheirHeader")
    void signaturesOfTwoSecretsThatAProxyHasJoined(Sender sender) {
        Source source = sender.source(sender.secret());
        Request genuine = sender.request();
        String header = genuine.signatureHeader();
        String own = genuine.header(header);
        String other = sender.request(sender.otherSecret(), Sender.BODY).header(header);

        for (String between : List.of(", ", ",")) {
            assertThat(source.verify(
                            genuine.withHeader(header, own + between + other).delivery()))
                    .isEqualTo(new Verified(0));
            assertThat(source.verify(
                            genuine.withHeader(header, other + between + own).delivery()))
                    .isEqualTo(new Verified(0));
        }
        rejected(sender, genuine.withHeader(header, other + ", " + other).delivery(), Rejection.SIGNATURE_MISMATCH);
    }

    @ParameterizedTest
    @MethodSource("repeatingTheirHeader")
    void signatureHeaderTenThousandTimes(Sender sender) {
        Request request = sender.request();
        String value = request.header(request.signatureHeader());
        Delivery often = request.repeating(Collections.nCopies(10_000, value));

        rejectedForItsSize(sender, often);
    }

    private static boolean isRepeatable(Sender sender) {
        return Schemes.load()
                .named(sender.declaration().replaceAll("scheme: ([a-z0-9-]+).*", "$1"))
                .map(Scheme::signature)
                .filter(SignatureRule::repeatable)
                .isPresent();
    }
}
