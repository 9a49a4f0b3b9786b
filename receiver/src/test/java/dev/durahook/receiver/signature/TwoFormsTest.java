package dev.durahook.receiver.signature;

import static dev.durahook.receiver.signature.Refusals.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict.Verified;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A provider whose headers have two names: if both are sent, only the first counts, even if the second would be valid.
 */
class TwoFormsTest {

    static Stream<Sender> shopify() {
        return Senders.all().filter(sender -> sender.declaration().contains("shopify"));
    }

    static Stream<Sender> svix() {
        return Senders.all().filter(sender -> sender.declaration().startsWith("scheme: svix"));
    }

    @ParameterizedTest
    @MethodSource("shopify")
    void aForgedSignatureBesideAGenuineOne(Sender sender) {
        Request genuine = sender.request();
        String first = "X-Shopify-Hmac-SHA256";
        String second = "Shopify-Hmac-SHA256";

        assertThat(sender.source(sender.secret())
                        .verify(genuine.withHeader(second, genuine.signature())
                                .withHeader(first, genuine.signature())
                                .delivery()))
                .isEqualTo(new Verified(0));
        rejected(
                sender,
                genuine.withHeader(second, genuine.signature())
                        .withHeader(
                                first,
                                sender.request(sender.otherSecret(), Sender.BODY)
                                        .signature())
                        .delivery(),
                Rejection.SIGNATURE_MISMATCH);
        rejected(
                sender,
                genuine.withHeader(second, genuine.signature())
                        .withHeader(first, "")
                        .delivery(),
                Rejection.SIGNATURE_LENGTH);
    }

    // The signed content is read from the names that count, so that parts of the two forms can't be mixed.
    @ParameterizedTest
    @MethodSource("svix")
    void aPartOfTheOtherForm(Sender sender) {
        Request genuine = sender.request();
        String old = "1600000000";
        boolean isBranded = genuine.headers().containsKey("svix-id");

        for (String name : new String[] {"id", "timestamp", "signature"}) {
            Request both = genuine.withHeader(
                    (isBranded ? "webhook-" : "svix-") + name, name.equals("timestamp") ? old : "v1,QUJD");
            if (isBranded) {
                assertThat(sender.source(sender.secret()).verify(both.delivery()))
                        .isEqualTo(new Verified(0));
            } else {
                rejected(sender, both.delivery(), null);
            }
        }
    }
}
