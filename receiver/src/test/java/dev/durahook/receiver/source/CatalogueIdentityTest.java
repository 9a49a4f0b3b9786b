package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.workflows.EventId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who an event is, by what each provider's documentation shows of a delivery. */
class CatalogueIdentityTest {

    private static final String HASH = "";
    private static final String EACH = "each";
    private static final String DOCUSIGN = "{'event':'%s','apiVersion':'v2.1','retryCount':0,"
            + "'generatedDateTime':'2026-11-24T09:00:00.0000000Z','data':{'accountId':'a1',%s}}";
    private static final String HUBSPOT = "[{'eventId':1,'subscriptionId':12345,'portalId':62515,"
            + "'occurredAt':1564113600000,'subscriptionType':'contact.creation','attemptNumber':0}]";

    private static final List<Example> EXAMPLES = List.of(
            example("svix", "msg_1", "user.created", "{'type':'user.created'}", "svix-id", "msg_1"),
            example("svix", "msg_2", "received", "{}", "webhook-id", "msg_2"),
            example("clerk", "msg_1", "user.created", "{'type':'user.created'}", "svix-id", "msg_1"),
            example("resend", "msg_1", "email.sent", "{'type':'email.sent'}", "svix-id", "msg_1"),
            example(
                    "openai",
                    "wh_1",
                    "response.completed",
                    "{'id':'evt_1','type':'response.completed'}",
                    "webhook-id",
                    "wh_1"),
            example(
                    "anthropic",
                    "wh_1",
                    "session.status_idled",
                    "{'type':'event','id':'e','data':{'type':'session.status_idled','id':'s'}}",
                    "webhook-id",
                    "wh_1"),
            example("gitlab-signing", "wh_1", "push", "{'object_kind':'push'}", "webhook-id", "wh_1"),
            example("gitlab", "key-1", "merge_request", "{'object_kind':'merge_request'}", "Idempotency-Key", "key-1"),
            example("gitlab", "key-1", "system", "{'event_name':'project_create'}", "Idempotency-Key", "key-1"),
            example(
                    "slack",
                    "Ev1",
                    "app_mention",
                    "{'event_id':'Ev1','type':'event_callback','event':{'type':'app_mention'}}"),
            example("slack-form", HASH, "form", "payload=%7B%7D"),
            example("zoom", HASH, "meeting.started", "{'event':'meeting.started','event_ts':1}"),
            example("zendesk", HASH, "zen:event-type:ticket.created", "{'type':'zen:event-type:ticket.created'}"),
            example("zendesk", HASH, "received", "made by a trigger"),
            example("calendly", HASH, "invitee.created", "{'event':'invitee.created'}"),
            example("paddle", "evt_1", "transaction.paid", "{'event_id':'evt_1','event_type':'transaction.paid'}"),
            example("workos", "event_1", "dsync.user.created", "{'id':'event_1','event':'dsync.user.created'}"),
            example(
                    "twitch",
                    "m1",
                    "channel.follow",
                    "{'subscription':{'id':'s1','type':'channel.follow'}}",
                    "Twitch-Eventsub-Message-Id",
                    "m1"),
            example("convoy", HASH, "received", "anything"),
            example("convoy-advanced", HASH, "received", "anything"),
            example("square", "e1", "payment.updated", "{'event_id':'e1','type':'payment.updated'}"),
            example("trello", "a1", "updateCard", "{'action':{'id':'a1','type':'updateCard'}}"),
            example("intercom", "notif_1", "user.created", "{'id':'notif_1','topic':'user.created'}"),
            example("typeform", "01H", "form_response", "{'event_id':'01H','event_type':'form_response'}"),
            example(
                    "coinbase-commerce",
                    "e1",
                    "charge:created",
                    "{'id':1,'event':{'id':'e1','type':'charge:created'}}"),
            example("nylas", "n1", "grant.deleted", "{'id':'n1','type':'grant.deleted','webhook_delivery_attempt':2}"),
            example("mollie", "event_1", "payment-link.paid", "{'id':'event_1','type':'payment-link.paid'}"),
            example("dropbox", EACH, "change", "{'list_folder':{'accounts':['dbid:1']}}"),
            example(
                    "docusign",
                    "e1:envelope-completed:2026-11-24T09%3A00%3A00.0000000Z:",
                    "envelope-completed",
                    DOCUSIGN.formatted("envelope-completed", "'envelopeId':'e1'")),
            example(
                    "docusign",
                    "e1:recipient-completed:2026-11-24T09%3A00%3A00.0000000Z:2",
                    "recipient-completed",
                    DOCUSIGN.formatted("recipient-completed", "'envelopeId':'e1','recipientId':'2'")),
            example(
                    "contentful",
                    "k1",
                    "ContentManagement.Entry.publish",
                    "{'sys':{'id':'1'}}",
                    "X-Contentful-Idempotency-Key",
                    "k1",
                    "X-Contentful-Topic",
                    "ContentManagement.Entry.publish"),
            example("messagebird", HASH, "message.created", "{'type':'message.created'}"),
            example("bird", HASH, "whatsapp.inbound", "{'service':'channels','event':'whatsapp.inbound'}"),
            example("strava", HASH, "activity.update", "{'object_type':'activity','aspect_type':'update'}"),
            example("vercel", "u1", "deployment.created", "{'id':'u1','type':'deployment.created'}"),
            example("shopify", HASH, "orders/create", "{}", "X-Shopify-Topic", "orders/create"),
            example("woocommerce", HASH, "order.created", "{}", "X-WC-Webhook-Topic", "order.created"),
            example("razorpay", HASH, "payment.captured", "{'event':'payment.captured'}"),
            example("bitbucket-cloud", HASH, "repo:push", "{}", "X-Event-Key", "repo:push"),
            example("bitbucket-server", HASH, "pr:opened", "{}", "X-Event-Key", "pr:opened"),
            example("jira", HASH, "jira:issue_updated", "{'webhookEvent':'jira:issue_updated'}"),
            example("gitea", HASH, "push", "{}", "X-Gitea-Event", "push"),
            example("gogs", HASH, "push", "{}", "X-Gogs-Event", "push"),
            example("linear", "d1", "Issue", "{'type':'Issue','action':'create'}", "Linear-Delivery", "d1"),
            example("twitter", HASH, "activity", "{'for_user_id':'1'}"),
            example(
                    "adyen-platform",
                    HASH,
                    "balancePlatform.transfer.created",
                    "{'type':'balancePlatform.transfer.created'}"),
            example("websub", HASH, "content", "<feed/>"),
            example("meta", HASH, "feed", "{'object':'page','entry':[{'id':'1','changes':[{'field':'feed'}]}]}"),
            example("meta", HASH, "entry", "{'object':'page','entry':[{'id':'1','messaging':[{}]}]}"),
            example("whatsapp", HASH, "messages", "{'entry':[{'id':'1','changes':[{'value':{},'field':'messages'}]}]}"),
            example(
                    "gocardless",
                    "EV1",
                    "payments.confirmed",
                    "{'events':[{'id':'EV1','resource_type':'payments','action':'confirmed'}]}"),
            example(
                    "line",
                    "01FZ74A0TDDPYRVKNK77XKC3ZR",
                    "message",
                    "{'destination':'U1','events':[{'type':'message','webhookEventId':'01FZ74A0TDDPYRVKNK77XKC3ZR'}]}"),
            example("hubspot-v1", "1:12345:62515:1564113600000", "contact.creation", HUBSPOT),
            example("hubspot-v2", HASH, "workflow", "{'vid':1}"),
            example("hubspot-v3", "1:12345:62515:1564113600000", "contact.creation", HUBSPOT),
            example(
                    "asana",
                    HASH,
                    "task.changed",
                    "{'events':[{'action':'changed','resource':{'gid':'1','resource_type':'task'}}]}"),
            example(
                    "okta",
                    "e1",
                    "user.lifecycle.create",
                    "{'eventId':'e1','data':{'events':[{'eventType':'user.lifecycle.create'},{'eventType':'x'}]}}"),
            example("auth0", HASH, "logs", "[]"),
            example("bearer", HASH, "received", "anything"),
            example("basic", HASH, "received", "anything"),
            example("api-key", HASH, "received", "anything"),
            example("github", "d1", "push", "{}", "X-GitHub-Delivery", "d1", "X-GitHub-Event", "push"),
            example("stripe", "evt_1", "charge.failed", "{'id':'evt_1','type':'charge.failed'}"),
            example(
                    "standard-webhooks",
                    "msg_1",
                    "contact.created",
                    "{'type':'contact.created'}",
                    "webhook-id",
                    "msg_1"),
            example(
                    "standard-webhooks-ed25519",
                    "msg_1",
                    "contact.created",
                    "{'type':'contact.created'}",
                    "webhook-id",
                    "msg_1"),
            example("svix-ed25519", "msg_1", "contact.created", "{'type':'contact.created'}", "svix-id", "msg_1"),
            example(
                    "discord",
                    HASH,
                    "APPLICATION_AUTHORIZED",
                    "{'version':1,'application_id':'1','type':1,'event':{'type':'APPLICATION_AUTHORIZED'}}"),
            example("telnyx", "e1", "message.sent", "{'data':{'id':'e1','event_type':'message.sent'}}"),
            example("sendgrid", "e1", "open", "[{'sg_event_id':'e1','event':'open'}]"),
            example("salesforce", "04l1", "Account", "{'notifications':[{'id':'04l1','type':'Account'}]}"),
            example(
                    "salesforce-marketing-cloud",
                    HASH,
                    "TransactionalSendEvents.EmailSent",
                    "[{'eventCategoryType':'TransactionalSendEvents.EmailSent','timestampUTC':1}]"),
            example("plivo-v2", HASH, "callback", "MessageUUID=1&Status=sent"),
            example("plivo-v3", HASH, "callback", "CallUUID=1&CallStatus=ringing"),
            example("twilio", HASH, "callback", "CallSid=CA1&CallStatus=ringing"),
            example(
                    "adyen",
                    "p1:AUTHORISATION:true",
                    "AUTHORISATION",
                    "{'notificationItems':[{'NotificationRequestItem':"
                            + "{'eventCode':'AUTHORISATION','pspReference':'p1','success':'true'}}]}"),
            example("mailgun", "t1", "opened", "{'signature':{'token':'t1'},'event-data':{'event':'opened','id':'x'}}"),
            example("messagebird-jwt", HASH, "received", "status=delivered"),
            example("vonage", HASH, "received", "{'message_uuid':'m1'}"),
            example("vonage-sig-hmac-sha512", HASH, "message", "{'messageId':'1'}"),
            example("vonage-sig-hmac-sha256", HASH, "message", "{'messageId':'1'}"),
            example("vonage-sig-hmac-sha1", HASH, "message", "{'messageId':'1'}"),
            example("vonage-sig-hmac-md5", HASH, "message", "{'messageId':'1'}"),
            example("vonage-sig-md5", HASH, "message", "{'messageId':'1'}"),
            example("ms-graph", HASH, "updated", "{'value':[{'changeType':'updated'}]}"),
            example("braintree", HASH, "notification", "<notification/>"),
            example("lark", "e1", "im.message", "{'header':{'event_id':'e1','event_type':'im.message'}}"),
            example("aws-sns", "m1", "Notification", "{'Type':'Notification','MessageId':'m1'}"),
            example("paypal", "WH-1", "PLAN.CREATED", "{'id':'WH-1','event_type':'PLAN.CREATED'}"),
            example("plaid", HASH, "SYNC_UPDATES_AVAILABLE", "{'webhook_code':'SYNC_UPDATES_AVAILABLE'}"),
            example("plaid-sandbox", HASH, "ERROR", "{'webhook_code':'ERROR'}"),
            example("none", HASH, "received", "anything"));

    private static final Schemes SCHEMES = Schemes.load();

    static Stream<Example> examples() {
        return EXAMPLES.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isWhoTheProviderSaysItIs(Example example) throws Exception {
        IdentifiedEvent event =
                carrier(example.scheme()).of(example.delivery()).get(0).identity();

        assertThat(event.type()).isEqualTo("shop." + example.type().replaceAll("[^A-Za-z0-9._-]", "_"));
        if (example.id().equals(HASH)) {
            assertThat(event.id().value()).matches("shop:sha256-[0-9a-f]{64}");
        } else if (example.id().equals(EACH)) {
            assertThat(event.id().value()).matches("shop:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        } else {
            assertThat(event.id()).isEqualTo(EventId.of("shop", example.id()));
        }
    }

    @Test
    void everySchemeHasAnExample() {
        assertThat(EXAMPLES.stream().map(Example::scheme).distinct())
                .containsExactlyInAnyOrderElementsOf(SCHEMES.names());
    }

    /** A type as a provider writes it; that of every event, where there is no other. */
    static String typeOf(String scheme) {
        return EXAMPLES.stream()
                .filter(example -> example.scheme().equals(scheme))
                .findFirst()
                .orElseThrow()
                .type();
    }

    private static Carrier carrier(String name) {
        Scheme scheme = SCHEMES.named(name).orElseThrow();
        return new Carrier(
                new Identity(
                        "shop",
                        scheme.idRule(),
                        scheme.typeRule(),
                        new Summary(scheme.summary()),
                        scheme.deliveriesLink()),
                scheme.events());
    }

    private static Example example(String scheme, String id, String type, String body, String... headers) {
        return new Example(scheme, id, type, Deliveries.of(body.replace('\'', '"'), headers));
    }

    private record Example(String scheme, String id, String type, Delivery delivery) {

        @Override
        public String toString() {
            return scheme + " " + type;
        }
    }
}
