package dev.durahook.receiver.ingest;

import static dev.durahook.receiver.ingest.HandshakeAnswers.assertProblem;
import static dev.durahook.receiver.ingest.Signed.NOW;
import static dev.durahook.receiver.ingest.Signed.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.acceptance.start.NewEvent;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.workflows.WebhookEvent;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Less usual forms of providers' deliveries are stored, under types of their own, and replays are refused. */
class GenuineFormsTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static ReceiverOverHttp receiver;

    @BeforeAll
    static void startReceiver() {
        receiver = ReceiverOverHttp.of(
                "linear: {scheme: linear, secrets: [" + SECRET + "]}",
                "lark: {scheme: lark, secrets: [" + SECRET + "], verify-token: shown-by-lark}",
                "twitch: {scheme: twitch, secrets: [" + SECRET + "]}",
                "twilio: {scheme: twilio, secrets: [the-token, " + SECRET
                        + "], public-url: 'https://example.com/twilio'}",
                "shopify: {scheme: shopify, secrets: [" + SECRET + "]}",
                "salesforce: {scheme: salesforce, secrets: [00D24000000abcDEAQ], guarded-by: mutual-tls}",
                "bearer: {scheme: bearer, secrets: [" + SECRET + "], id: {pointer: /id}}");
    }

    @AfterAll
    static void stopReceiver() {
        receiver.close();
    }

    @AfterEach
    void forgetEvents() {
        receiver.store().forget();
    }

    @Test
    void linearsMomentOfSending() throws Exception {
        long now = Declaration.NOW.millis();

        assertThat(linear("{\"type\":\"Issue\",\"webhookTimestamp\":" + now + "}", "d1")
                        .statusCode())
                .isEqualTo(200);
        // The same delivery eight hours later under another id, which is not signed.
        long old = now - Duration.ofHours(8).toMillis() - 1;
        assertProblem(linear("{\"type\":\"Issue\",\"webhookTimestamp\":" + old + "}", "d2"), 401, "not-verified");
        assertProblem(linear("{\"type\":\"Issue\"}", "d3"), 401, "not-verified");

        assertOnly("linear:d1", "linear.Issue");
    }

    @Test
    void larksEventsOfVersionOne() throws Exception {
        String body = LarkEnvelope.sealed(
                SECRET,
                "{\"ts\":\"1502199207.7171419\",\"uuid\":\"bc447199585340d1f3728d26b1c0297a\",\"token\":\"shown-by-lark\","
                        + "\"type\":\"event_callback\",\"event\":{\"app_id\":\"cli_1\",\"type\":\"add_user_to_chat\"}}");
        String signature = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest((NOW + "nonce" + SECRET + body).getBytes(StandardCharsets.UTF_8)));

        assertStored(receiver.post(
                "/webhooks/lark",
                body,
                "X-Lark-Request-Timestamp",
                NOW,
                "X-Lark-Request-Nonce",
                "nonce",
                "X-Lark-Signature",
                signature));

        assertOnly("lark:bc447199585340d1f3728d26b1c0297a", "lark.add_user_to_chat");
    }

    // The header that names the kind of message is not signed, so it makes no difference.
    @Test
    void theEndOfASubscriptionAtTwitch() throws Exception {
        String body = "{\"subscription\":{\"id\":\"f1c2\",\"status\":\"authorization_revoked\",\"type\":"
                + "\"channel.follow\",\"cost\":1,\"condition\":{\"broadcaster_user_id\":\"12826\"}}}";

        assertStored(twitch(body, "notification"));

        assertOnly("twitch:m1", "twitch.revocation");
    }

    @Test
    void anEventOfTwitchUnderTheNameOfAnotherKind() throws Exception {
        String body = "{\"subscription\":{\"id\":\"f1c2\",\"status\":\"enabled\",\"type\":\"channel.follow\"},"
                + "\"event\":{\"user_id\":\"1234\"}}";

        assertStored(twitch(body, "revocation"));

        assertOnly("twitch:m1", "twitch.channel.follow");
    }

    @Test
    void twiliosSharedKeys() throws Exception {
        HttpResponse<String> answer = receiver.post(
                "/webhooks/twilio",
                "CallStatus=ringing&CallSid=CA1",
                "Content-Type",
                FORM,
                "I-Twilio-Idempotency-Token",
                "t1",
                "X-Twilio-Webhooks-Signature-Settings",
                "key=webhooks_sharedkey_1,algorithm=HMAC_SHA256",
                "X-Twilio-Signature",
                Signed.base64("https://example.com/twilioCallSidCA1CallStatusringing"));

        assertStored(answer);
        assertThat(answer.body()).isEqualTo("<Response/>");
        assertOnly("twilio:t1", "twilio.callback");
    }

    @Test
    void shopifysEvents() throws Exception {
        String body = "{\"topic\":\"Product\",\"action\":\"update\",\"handle\":\"prices\",\"fields_changed\":"
                + "{\"added\":[],\"updated\":[\"product.title\"],\"removed\":[]}}";

        assertStored(receiver.post(
                "/webhooks/shopify",
                body,
                "Shopify-Hmac-Sha256",
                Signed.base64(body),
                "Shopify-Topic",
                "Product",
                "Shopify-Webhook-Id",
                "w1",
                "Shopify-Event-Id",
                "e1",
                "Shopify-Shop-Domain",
                "a.myshopify.com"));

        assertOnly("shopify:w1", "shopify.Product.update");
        assertThat(only().headers()).containsEntry("shopify-shop-domain", "a.myshopify.com");
    }

    @Test
    void aRecordOfSalesforceThatDoesNotSayItsObject() throws Exception {
        HttpResponse<String> answer = receiver.post("/webhooks/salesforce", """
                <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>
                <notifications xmlns="http://soap.sforce.com/2005/09/outbound">
                <OrganizationId>00D24000000abcDEAQ</OrganizationId>
                <Notification><Id>04l1</Id><sObject xmlns:sf="urn:sobject.enterprise.soap.sforce.com">
                <sf:Id>0011</sf:Id></sObject></Notification></notifications></soapenv:Body></soapenv:Envelope>""");

        assertStored(answer);
        assertThat(answer.body()).contains("<Ack>true</Ack>");
        assertOnly("salesforce:04l1", "salesforce.record");
    }

    @Test
    void aSchemeOfAnAuthorizationInLowerCase() throws Exception {
        assertStored(receiver.post("/webhooks/bearer", "{\"id\":\"1\"}", "authorization", "bearer " + SECRET));
        assertProblem(
                receiver.post(
                        "/webhooks/bearer",
                        "{\"id\":\"2\"}",
                        "authorization",
                        "bearer " + SECRET.toUpperCase(Locale.ROOT)),
                401,
                "not-verified");

        assertOnly("bearer:1", "bearer.received");
    }

    private static HttpResponse<String> linear(String body, String id) throws Exception {
        return receiver.post("/webhooks/linear", body, "Linear-Delivery", id, "Linear-Signature", Signed.hex(body));
    }

    private static HttpResponse<String> twitch(String body, String kind) throws Exception {
        return receiver.post(
                "/webhooks/twitch",
                body,
                "Twitch-Eventsub-Message-Id",
                "m1",
                "Twitch-Eventsub-Message-Type",
                kind,
                "Twitch-Eventsub-Message-Timestamp",
                "2023-11-14T22:13:20Z",
                "Twitch-Eventsub-Message-Signature",
                "sha256=" + Signed.hex("m12023-11-14T22:13:20Z" + body));
    }

    private static void assertStored(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
    }

    private static void assertOnly(String id, String type) {
        assertThat(only().id()).isEqualTo(id);
        assertThat(only().type()).isEqualTo(type);
    }

    private static WebhookEvent only() {
        assertThat(receiver.store().events).hasSize(1);
        return receiver.store().events.values().stream()
                .map(NewEvent::event)
                .findFirst()
                .orElseThrow();
    }
}
