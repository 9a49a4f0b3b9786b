package dev.durahook.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.verification.Verdict.Verified;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A given body is the event itself; the kit packs or encrypts the event as the provider does. */
class PackedEventTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void eventIsPackedAndReadAsItWasGiven() {
        String json = "{ \"header\" : {\"event_id\":\"e1\",\"event_type\":\"t\"} }";
        String xml = "<notification>€</notification>";

        assertThat(received("lark", builder("lark").body(json))).isEqualTo(json);
        assertThat(received("braintree", builder("braintree").body(xml))).isEqualTo(xml);
    }

    @Test
    void aSoapMessageIsGivenItsOrganisationOnly() {
        String message = text(builder("salesforce").withId("04l1").withType("Account"));

        assertThat(message).contains("<Id>04l1</Id>", "xsi:type=\"sf:Account\"");
        assertThat(received("salesforce", builder("salesforce").body(message.replaceAll(">00D[^<]*<", ">?<"))))
                .contains("\"id\":\"04l1\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> signed("salesforce", builder("salesforce").body("<Envelope/>")))
                .withMessageContaining("OrganizationId");
    }

    @Test
    void fieldsOfSalesforceAreThoseOfTheHandlersJson() {
        assertThat(received("salesforce", builder("salesforce").body("""
                                {"notifications":[{"id":"04l1","type":"Account","sObject":{"Name":"5 & <€>","Fax":null}}]}""")))
                .contains("\"sObject\":{\"Name\":\"5 & <€>\",\"Fax\":null}");
    }

    @Test
    void twilioSendsFormsAndGivesTheUrlTheHashOfAnythingElse() {
        DeliveryBuilder form = builder("twilio").body("To=%2B49&From=%2B1&To=%2B49");
        DeliveryBuilder json =
                builder("twilio").withHeader("Content-Type", "application/json").body("{}");

        assertThat(received("twilio", form)).isEqualTo("To=%2B49&From=%2B1&To=%2B49");
        assertThat(received("twilio", json)).isEqualTo("{}");
        assertThat(signed("twilio", json).url()).matches(".*\\?tenant=1&bodySHA256=[0-9a-f]{64}");
    }

    @Test
    void parametersOfVonageAreSignedInAFormAsWell() {
        assertThat(received(
                        "vonage-sig-md5",
                        builder("vonage-sig-md5")
                                .withHeader("Content-Type", FORM)
                                .body("text=a%26b%3D+c&empty=")))
                .contains("\"text\":\"a&b= c\"", "\"tenant\":\"1\"");
    }

    @Test
    void bodyThatTheProviderCouldNotSendIsRefused() {
        assertRefused("mailgun", builder("mailgun").withId("evt_1"), "10 to 100 letters and digits");
        assertRefused("aws-sns", builder("aws-sns").withType("order.paid"), "Type of the message is not known");
        assertRefused(
                "aws-sns", builder("aws-sns").withType("SubscriptionConfirmation"), "must have the text SubscribeURL");
        assertRefused("ms-graph", builder("ms-graph").body("{}"), "list of events in value");
        assertRefused("adyen", builder("adyen").body("[]"), "JSON object");
        assertRefused(
                "plivo-v3",
                builder("plivo-v3")
                        .withHeader("Content-Type", "application/json")
                        .body("{}"),
                "fields of a form");
    }

    @Test
    void secretThatTheReceiverWouldRefuseIsRefusedAndNotQuoted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deliveries.of("braintree").signedWith("private"))
                .withMessage("the secret must be two keys: write it as <public key>|<private key>");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deliveries.of("adyen").signedWith("sesame"))
                .withMessageContaining("the secret is not valid hex")
                .withMessageNotContaining("sesame");
        assertThat(SecretPair.of("discord")).hasToString("a generated secret");
        assertThatIllegalArgumentException().isThrownBy(() -> SecretPair.of("none"));
    }

    private static void assertRefused(String name, DeliveryBuilder builder, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> signed(name, builder))
                .withMessageContaining(why);
    }

    private static DeliveryBuilder builder(String name) {
        return Deliveries.of(name).to(Receiving.URL).at(Receiving.NOW);
    }

    private static ProviderDelivery signed(String name, DeliveryBuilder builder) {
        return builder.signedWith(Receiving.secret(name), Receiving.KEYS);
    }

    private static String text(DeliveryBuilder salesforce) {
        return new String(signed("salesforce", salesforce).body(), StandardCharsets.UTF_8);
    }

    /** The body that a handler of the event reads. */
    private static String received(String name, DeliveryBuilder builder) {
        Delivery delivery = signed(name, builder).toDelivery();
        Verified verified = (Verified) Receiving.source(name).verify(delivery);
        return new String(verified.of(delivery).body(), StandardCharsets.UTF_8);
    }
}
