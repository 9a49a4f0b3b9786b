package dev.durahook.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.identity.ExtractedEvent;
import dev.durahook.receiver.verification.Verdict.Verified;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deliveries in a provider's less usual forms are signed as well. */
class HeaderFormTest {

    private static final String SETTINGS = "X-Twilio-Webhooks-Signature-Settings";

    @Test
    void eventsOfShopify() throws Exception {
        ProviderDelivery delivery = signed(
                "shopify",
                builder("shopify").withHeadersOf("Shopify-").withId("w1").withType("Product.update"));

        assertThat(delivery.headers())
                .containsEntry("Shopify-Webhook-Id", "w1")
                .containsKey("Shopify-Hmac-SHA256")
                .doesNotContainKeys("X-Shopify-Hmac-SHA256", "X-Shopify-Topic", "X-Shopify-Webhook-Id");
        assertThat(events("shopify", delivery))
                .extracting(event -> event.id().value())
                .containsExactly("shopify:w1");
        assertThat(events("shopify", delivery))
                .extracting(event -> event.type())
                .containsExactly("shopify.Product.update");
    }

    @Test
    void svixWithoutItsName() throws Exception {
        ProviderDelivery delivery =
                signed("svix", builder("svix").withHeadersOf("webhook-").withId("msg_1"));

        assertThat(delivery.headers())
                .containsKeys("webhook-id", "webhook-timestamp", "webhook-signature")
                .doesNotContainKey("svix-id");
        assertThat(events("svix", delivery))
                .extracting(event -> event.id().value())
                .containsExactly("svix:msg_1");
    }

    @Test
    void aFormThatTheProviderDoesNotHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder("github").withHeadersOf("Shopify-"))
                .withMessageContaining("begins with 'Shopify-'");
        assertThatIllegalArgumentException().isThrownBy(() -> builder("twilio").withHeadersOf("X-"));
    }

    @Test
    void aSharedKeyOfTwilio() throws Exception {
        ProviderDelivery sha256 =
                signed("twilio", builder("twilio").withHeader(SETTINGS, "key=k,algorithm=HMAC_SHA256"));

        assertThat(sha256.headers().get("X-Twilio-Signature")).hasSize(44);
        assertThat(events("twilio", sha256)).hasSize(1);
        assertThat(signed("twilio", builder("twilio")).headers().get("X-Twilio-Signature"))
                .hasSize(28);
    }

    @Test
    void cloudEventsInHeadersAndInTheBody() throws Exception {
        ProviderDelivery binary =
                signed("cloudevents", builder("cloudevents").withId("/shop:1").withType("order.paid"));
        ProviderDelivery structured = signed(
                "cloudevents",
                builder("cloudevents")
                        .withHeader("Content-Type", "application/cloudevents+json")
                        .body("{\"specversion\":\"1.0\",\"id\":\"2\",\"source\":\"/shop\",\"type\":\"order.paid\"}"));

        assertThat(binary.headers()).containsEntry("ce-specversion", "1.0").containsEntry("ce-source", "/shop");
        assertThat(events("cloudevents", binary))
                .extracting(event -> event.id().value())
                .containsExactly("cloudevents:/shop:1");
        assertThat(events("cloudevents", structured))
                .extracting(event -> event.id().value())
                .containsExactly("cloudevents:/shop:2");
    }

    @Test
    void theMomentOfSendingIsWrittenIntoLinearsBody() throws Exception {
        ProviderDelivery delivery =
                signed("linear", builder("linear").body("{\"type\":\"Issue\",\"webhookTimestamp\":1}"));

        assertThat(new String(delivery.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"type\":\"Issue\",\"webhookTimestamp\":" + Receiving.NOW.toEpochMilli() + "}");
        assertThat(Receiving.source("linear")
                        .verify(signed("linear", builder("linear").at(Receiving.NOW.minus(Duration.ofHours(9))))
                                .toDelivery()))
                .isNotInstanceOf(Verified.class);
    }

    @Test
    void aSecretAsSupabaseShowsIt() {
        String secret = Receiving.secret("supabase");
        assertThat(secret).startsWith("whsec_");

        assertThat(Receiving.source("supabase")
                        .verify(builder("supabase").signedWith("v1," + secret).toDelivery()))
                .isInstanceOf(Verified.class);
    }

    private static DeliveryBuilder builder(String name) {
        return Deliveries.of(name).to(Receiving.URL).at(Receiving.NOW);
    }

    private static ProviderDelivery signed(String name, DeliveryBuilder builder) {
        return builder.signedWith(Receiving.secret(name));
    }

    private static List<ExtractedEvent> events(String name, ProviderDelivery sent) throws Exception {
        Delivery delivery = sent.toDelivery();
        return Receiving.source(name).events(((Verified) Receiving.source(name).verify(delivery)).of(delivery));
    }
}
