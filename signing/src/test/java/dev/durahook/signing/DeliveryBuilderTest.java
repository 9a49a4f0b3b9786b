package dev.durahook.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeliveryBuilderTest {

    private static final String SECRET = "It's a secret";

    @Test
    void givenBodyIsSentUnchanged() {
        String body = "{ \"id\" : \"evt_1\", \"type\":\"charge.failed\" }\r\n";

        assertThat(text(Deliveries.of("stripe").body(body).signedWith(SECRET))).isEqualTo(body);
    }

    @Test
    void typeIsWrittenIntoAGivenBody() {
        ProviderDelivery delivery = Deliveries.of("stripe")
                .withType("charge.failed")
                .body("{\"id\":\"evt_1\"}")
                .signedWith(SECRET);

        assertThat(text(delivery)).isEqualTo("{\"id\":\"evt_1\",\"type\":\"charge.failed\"}");
    }

    @Test
    void typeThatTheBodyHasAlreadyChangesNothing() {
        String body = "{ \"type\": \"charge.failed\" }";

        assertThat(text(Deliveries.of("stripe")
                        .withType("charge.failed")
                        .body(body)
                        .signedWith(SECRET)))
                .isEqualTo(body);
    }

    @Test
    void pointerIntoAListCreatesTheList() {
        ProviderDelivery delivery = Deliveries.of("okta")
                .withId("e1")
                .withType("user.lifecycle.create")
                .body("{}")
                .signedWith(SECRET);

        assertThat(text(delivery))
                .isEqualTo("{\"data\":{\"events\":[{\"uuid\":\"e1\",\"eventType\":\"user.lifecycle.create\"}]}}");
    }

    @Test
    void writtenIdLeavesNumbersAsTheyAre() {
        ProviderDelivery delivery = Deliveries.of("stripe")
                .withId("evt_1")
                .body("{\"rate\":0.1234567890123456789,\"amount\":1.10,\"count\":12345678901234567890123}")
                .signedWith(SECRET);

        assertThat(text(delivery))
                .isEqualTo(
                        "{\"rate\":0.1234567890123456789,\"amount\":1.10,\"count\":12345678901234567890123,\"id\":\"evt_1\"}");
    }

    @Test
    void anEventOfADeliveryThatCarriesSeveralIsInItsList() {
        ProviderDelivery delivery = Deliveries.of("gocardless")
                .withId("EV1")
                .withType("payments.confirmed")
                .body("{\"events\":[{},{\"id\":\"EV2\"}]}")
                .signedWith(SECRET);

        assertThat(text(delivery)).isEqualTo("""
                {"events":[{"id":"EV1","resource_type":"payments","action":"confirmed"},{"id":"EV2"}]}""");
    }

    // Twilio's #rc=5&rp=all tells Twilio how to connect.
    @Test
    void fragmentOfTheUrlAtTheProviderIsNotSigned() {
        String url = "https://hooks.example.com/webhooks/twilio";
        DeliveryBuilder twilio = Deliveries.of("twilio")
                .withId("1")
                .withHeader("Content-Type", "application/x-www-form-urlencoded")
                .body("To=1");

        assertThat(twilio.publicUrl(url + "#rc=5&rp=all").signedWith(SECRET).headers())
                .containsEntry(
                        "X-Twilio-Signature",
                        twilio.publicUrl(url).signedWith(SECRET).headers().get("X-Twilio-Signature"));
    }

    @Test
    void idAndTypeInHeadersLeaveTheBodyAlone() {
        ProviderDelivery delivery = Deliveries.of("github")
                .withId("d1")
                .withType("push")
                .body("no JSON")
                .signedWith(SECRET);

        assertThat(text(delivery)).isEqualTo("no JSON");
        assertThat(delivery.headers()).containsEntry("X-GitHub-Delivery", "d1").containsEntry("X-GitHub-Event", "push");
    }

    @Test
    void pushHasTheFieldsThatItsExampleReads() {
        assertThat(text(Deliveries.of("github").withType("push").signedWith(SECRET)))
                .contains("\"ref\":\"refs/heads/main\"", "\"commits\":[{", "\"full_name\":\"octocat/hello\"");
    }

    @Test
    void signatureAndTimestampShareAHeaderWhereTheProviderPutsThemIntoOne() {
        ProviderDelivery delivery =
                Deliveries.of("stripe").at(Instant.ofEpochSecond(1_700_000_000)).signedWith(SECRET);

        assertThat(delivery.headers().get("Stripe-Signature")).matches("t=1700000000,v1=[0-9a-f]{64}");
    }

    @Test
    void contradictoryCallIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deliveries.of("gihtub"))
                .withMessageContaining("is not a known scheme; use one of")
                .withMessageContaining("github");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deliveries.of("zoom").withId("1"))
                .withMessageContaining("no id");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deliveries.of("bearer").withId("1"))
                .withMessageContaining("fits any sender");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deliveries.of("websub").withType("content"))
                .withMessageContaining("no type");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Deliveries.of("gocardless").withType("payments").signedWith(SECRET))
                .withMessageContaining("2 values with '.'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deliveries.of("none").signedWith(SECRET))
                .withMessageContaining("unsigned()");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Deliveries.of("stripe").withType("a").body("[1]").signedWith(SECRET))
                .withMessageContaining("not a JSON object");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Deliveries.of("stripe").withType("a").body("a=b").signedWith(SECRET))
                .withMessageContaining("not JSON");
    }

    @Test
    void aSecretOfAnotherFormIsRefusedAndNotQuoted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deliveries.of("svix").signedWith("whsec_it*is"))
                .withMessage("the secret is not base64: copy it as the provider shows it")
                .withNoCause();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deliveries.of("github").signedWith(" "))
                .withMessage("the secret is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deliveries.of("discord").signedWith("0011"))
                .withMessageContaining("private key")
                .withMessageContaining("PKCS#8")
                .withNoCause();
    }

    @Test
    void isPrintedWithoutItsHeaders() {
        assertThat(Deliveries.of("gitlab").signedWith(SECRET)).asString().doesNotContain("secret");
    }

    @Test
    void becomesARequest() {
        HttpRequest request = Deliveries.of("github")
                .to("http://localhost:1/x")
                .withHeader("User-Agent", "test")
                .signedWith(SECRET)
                .toRequest()
                .build();

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.uri()).hasToString("http://localhost:1/x");
        assertThat(request.headers().map()).containsKeys("X-Hub-Signature-256", "User-Agent", "Content-Type");
    }

    @Test
    void headerThatCanNotBeSentIsNamedWithoutItsValue() {
        ProviderDelivery delivery = Deliveries.of("bearer").signedWith("canary-7f3a\nother-7f3a");

        assertThatIllegalArgumentException()
                .isThrownBy(delivery::toRequest)
                .withMessageStartingWith("the header Authorization can't be sent")
                .withMessageNotContaining("7f3a")
                .withNoCause();
    }

    private static String text(ProviderDelivery delivery) {
        return new String(delivery.body(), StandardCharsets.UTF_8);
    }
}
