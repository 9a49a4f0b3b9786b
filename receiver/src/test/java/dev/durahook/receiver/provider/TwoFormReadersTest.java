package dev.durahook.receiver.provider;

import static dev.durahook.receiver.signature.Digests.base64;
import static dev.durahook.receiver.signature.Digests.bytes;
import static dev.durahook.receiver.signature.Digests.sha1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.Deliveries;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.workflows.EventId;
import org.junit.jupiter.api.Test;

/** Why a form is read strictly to verify it, and leniently to identify its event. */
class TwoFormReadersTest {

    private static final String TOKEN = "auth-token";
    private static final Source TWILIO = Declaration.source(
            "shop: {scheme: twilio, secrets: [%s], public-url: '%s'}".formatted(TOKEN, Provider.URL));
    private static final Source IDENTIFIED = Declaration.source("shop: {scheme: none, id: {pointer: /id}}");

    @Test
    void emptyFieldsAreSigned() throws Exception {
        String signature = base64(sha1(bytes(TOKEN), bytes(Provider.URL + "BodyTo+49")));

        assertThat(TWILIO.verify(twilio("To=%2B49&Body=", signature))).isEqualTo(new Verified(0));
        assertThat(TWILIO.verify(twilio("To=%2B49&Body", signature))).isEqualTo(new Verified(0));
        assertThat(reason("To=%2B49", signature)).isEqualTo(Rejection.SIGNATURE_MISMATCH);
    }

    @Test
    void nothingCanBeAppendedToASignedForm() throws Exception {
        String signature = base64(sha1(bytes(TOKEN), bytes(Provider.URL + "To+49")));

        assertThat(TWILIO.verify(twilio("To=%2B49", signature))).isEqualTo(new Verified(0));
        assertThat(reason("To=%2B49&To=%zz", signature)).isEqualTo(Rejection.SIGNATURE_MALFORMED);
        assertThat(reason("To=%2B49&x=", signature)).isEqualTo(Rejection.SIGNATURE_MISMATCH);
    }

    @Test
    void bytesThatAreNotUtf8DoNotPassForTheSignOfReplacedText() throws Exception {
        String signature = base64(sha1(bytes(TOKEN), bytes(Provider.URL + "Body\uFFFD")));

        assertThat(TWILIO.verify(twilio("Body=%EF%BF%BD", signature))).isEqualTo(new Verified(0));
        assertThat(reason("Body=%FF", signature)).isEqualTo(Rejection.SIGNATURE_MALFORMED);
    }

    @Test
    void aFieldThatCantBeReadHidesNoId() throws Exception {
        assertThat(id("id=7&note=100%")).isEqualTo(EventId.of("shop", "7"));
        assertThat(id("id=&id=7")).isEqualTo(EventId.of("shop", "7"));
        assertThat(id("a&".repeat(2_000) + "id=7")).isEqualTo(EventId.of("shop", "7"));
    }

    private static EventId id(String form) throws Exception {
        return Deliveries.only(IDENTIFIED, form(form)).id();
    }

    private static Rejection reason(String form, String signature) {
        return ((Rejected) TWILIO.verify(twilio(form, signature))).reason();
    }

    private static Delivery twilio(String form, String signature) {
        return Deliveries.of(
                form, "Content-Type", "application/x-www-form-urlencoded", "X-Twilio-Signature", signature);
    }

    private static Delivery form(String form) {
        return Deliveries.of(form, "Content-Type", "application/x-www-form-urlencoded");
    }
}
