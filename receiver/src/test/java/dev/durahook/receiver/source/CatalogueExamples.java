package dev.durahook.receiver.source;

import java.util.List;
import java.util.stream.Stream;

/** Deliveries as each provider's documentation shows them, with the ids and types of their events. */
final class CatalogueExamples {

    /** The event is named by the body's hash. */
    static final String HASH = "the body's hash";

    /** The event is named by its delivery. */
    static final String EACH = "each delivery";

    private static final String DOCUSIGN = "{'event':'%s','apiVersion':'v2.1','retryCount':0,"
            + "'generatedDateTime':'2026-11-24T09:00:00.0000000Z','data':{'accountId':'a1',%s}}";
    private static final String HUBSPOT = "[{'eventId':1,'subscriptionId':12345,'portalId':62515,"
            + "'occurredAt':1564113600000,'subscriptionType':'contact.creation','attemptNumber':0}]";

    static final List<CatalogueExample> ALL = List.of(
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
            example(
                    "gitlab-signing",
                    "wh_2",
                    "user_add_to_group",
                    "{'event_name':'user_add_to_group'}",
                    "webhook-id",
                    "wh_2"),
            example("gitlab", "key-1", "merge_request", "{'object_kind':'merge_request'}", "Idempotency-Key", "key-1"),
            example("gitlab", "key-1", "project_create", "{'event_name':'project_create'}", "Idempotency-Key", "key-1"),
            example("gitlab", "key-1", "system", "{}", "Idempotency-Key", "key-1"),
            example("gitlab", EACH, "push", "{'object_kind':'push'}"),
            example(
                    "slack",
                    "Ev1",
                    "app_mention",
                    "{'event_id':'Ev1','type':'event_callback','event':{'type':'app_mention'}}"),
            example(
                    "slack",
                    HASH,
                    "app_rate_limited",
                    "{'type':'app_rate_limited','team_id':'T1','minute_rate_limited':1518467820,'api_app_id':'A1'}"),
            example("slack-form", HASH, "form", "{\"type\":\"view_closed\",\"view\":{\"id\":\"V1\"}}"),
            example(
                    "slack-form",
                    HASH,
                    "form",
                    "command=%2Fdeploy&trigger_id=13345224609.738474920",
                    "Content-Type",
                    "application/x-www-form-urlencoded"),
            example("slack-form", HASH, "form", "command=%2Fdeploy&trigger_id=13345224609.738474920"),
            example("zoom", HASH, "meeting.started", "{'event':'meeting.started','event_ts':1}"),
            example(
                    "zendesk",
                    "01K1",
                    "zen:event-type:ticket.created",
                    "{'type':'zen:event-type:ticket.created','id':'e1'}",
                    "X-Zendesk-Webhook-Invocation-Id",
                    "01K1"),
            example("zendesk", "01K2", "received", "made by a trigger", "X-Zendesk-Webhook-Invocation-Id", "01K2"),
            example(
                    "calendly",
                    HASH,
                    "invitee.created",
                    "{'event':'invitee.created','created_at':'2026-11-24T09:00:00.000000Z'}"),
            example("paddle", "evt_1", "transaction.paid", "{'event_id':'evt_1','event_type':'transaction.paid'}"),
            example("workos", "event_1", "dsync.user.created", "{'id':'event_1','event':'dsync.user.created'}"),
            example(
                    "twitch",
                    "m1",
                    "channel.follow",
                    "{'subscription':{'id':'s1','type':'channel.follow'}}",
                    "Twitch-Eventsub-Message-Id",
                    "m1"),
            example(
                    "twitch",
                    "m2",
                    "channel.follow",
                    "{'subscription':{'status':'enabled','type':'channel.follow'},'event':{'user_id':'1'}}",
                    "Twitch-Eventsub-Message-Id",
                    "m2",
                    "Twitch-Eventsub-Message-Type",
                    "revocation"),
            example(
                    "twitch",
                    "m3",
                    "revocation",
                    "{'subscription':{'status':'authorization_revoked','type':'channel.follow'}}",
                    "Twitch-Eventsub-Message-Id",
                    "m3",
                    "Twitch-Eventsub-Message-Type",
                    "notification"),
            example("convoy", "k1", "received", "anything", "X-Convoy-Idempotency-Key", "k1"),
            example("convoy", EACH, "received", "anything"),
            example("convoy-advanced", "k1", "received", "anything", "X-Convoy-Idempotency-Key", "k1"),
            example("square", "e1", "payment.updated", "{'event_id':'e1','type':'payment.updated'}"),
            example("trello", "a1", "updateCard", "{'action':{'id':'a1','type':'updateCard'}}"),
            example("intercom", "notif_1", "user.created", "{'id':'notif_1','topic':'user.created'}"),
            example("intercom", EACH, "ping", "{'id':null,'topic':'ping'}"),
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
                    "envelope-completed:2026-11-24T09%3A00%3A00.0000000Z:e1::",
                    "envelope-completed",
                    DOCUSIGN.formatted("envelope-completed", "'envelopeId':'e1'")),
            example(
                    "docusign",
                    "recipient-completed:2026-11-24T09%3A00%3A00.0000000Z:e1:2:",
                    "recipient-completed",
                    DOCUSIGN.formatted("recipient-completed", "'envelopeId':'e1','recipientId':'2'")),
            example(
                    "docusign",
                    "template-created:2026-11-24T09%3A00%3A00.0000000Z:::t1",
                    "template-created",
                    DOCUSIGN.formatted("template-created", "'templateId':'t1'")),
            example(
                    "contentful",
                    "k1",
                    "ContentManagement.Entry.publish",
                    "{'sys':{'id':'1'}}",
                    "X-Contentful-Idempotency-Key",
                    "k1",
                    "X-Contentful-Topic",
                    "ContentManagement.Entry.publish"),
            example(
                    "messagebird",
                    HASH,
                    "message.created",
                    "{'type':'message.created','message':{'id':'m1','updatedDatetime':'2026-11-24T09:00:00Z'}}"),
            example(
                    "bird",
                    HASH,
                    "whatsapp.inbound",
                    "{'service':'channels','event':'whatsapp.inbound','payload':{'lastStatusAt':'2026-11-24T09:00:00Z'}}"),
            example(
                    "strava",
                    HASH,
                    "activity.update",
                    "{'object_type':'activity','aspect_type':'update','event_time':1564113600}"),
            example("vercel", "u1", "deployment.created", "{'id':'u1','type':'deployment.created'}"),
            example(
                    "shopify",
                    "w1",
                    "orders/create",
                    "{}",
                    "X-Shopify-Topic",
                    "orders/create",
                    "X-Shopify-Webhook-Id",
                    "w1",
                    "X-Shopify-Event-Id",
                    "e1"),
            example(
                    "shopify",
                    "w2",
                    "Product.update",
                    "{'topic':'Product','action':'update','handle':'prices','fields_changed':{'updated':['product.title']}}",
                    "Shopify-Topic",
                    "Product",
                    "Shopify-Webhook-Id",
                    "w2",
                    "Shopify-Event-Id",
                    "e2"),
            example(
                    "shopify",
                    HASH,
                    "inventory_levels/disconnect",
                    "{}",
                    "X-Shopify-Topic",
                    "inventory_levels/disconnect",
                    "X-Shopify-Event-Id",
                    "e1"),
            example(
                    "woocommerce",
                    HASH,
                    "order.created",
                    "{}",
                    "X-WC-Webhook-Topic",
                    "order.created",
                    "X-WC-Webhook-Delivery-ID",
                    "d1"),
            example("razorpay", "e1", "payment.captured", "{'event':'payment.captured'}", "x-razorpay-event-id", "e1"),
            example("razorpay", HASH, "payment.captured", "{'event':'payment.captured','created_at':1400826750}"),
            example("bitbucket-cloud", "u1", "repo:push", "{}", "X-Event-Key", "repo:push", "X-Request-UUID", "u1"),
            example("bitbucket-server", "u1", "pr:opened", "{}", "X-Event-Key", "pr:opened", "X-Request-Id", "u1"),
            example(
                    "bitbucket-server",
                    HASH,
                    "pr:opened",
                    "{'date':'2026-11-24T09:00:00+1000'}",
                    "X-Event-Key",
                    "pr:opened"),
            example(
                    "jira",
                    "j1",
                    "jira:issue_updated",
                    "{'webhookEvent':'jira:issue_updated'}",
                    "X-Atlassian-Webhook-Identifier",
                    "j1"),
            example(
                    "jira",
                    HASH,
                    "jira:issue_updated",
                    "{'timestamp':1564113600000,'webhookEvent':'jira:issue_updated'}"),
            example("gitea", "u1", "push", "{}", "X-Gitea-Event", "push", "X-Gitea-Delivery", "u1"),
            example("gogs", "u1", "push", "{}", "X-Gogs-Event", "push", "X-Gogs-Delivery", "u1"),
            example("linear", "d1", "Issue", "{'type':'Issue','action':'create'}", "Linear-Delivery", "d1"),
            example("twitter", HASH, "activity", "{'for_user_id':'1','tweet_create_events':[{'id':7,'id_str':'7'}]}"),
            example("twitter", EACH, "activity", "{'for_user_id':'1'}"),
            example(
                    "adyen-platform",
                    HASH,
                    "balancePlatform.transfer.created",
                    "{'type':'balancePlatform.transfer.created','timestamp':'2026-11-24T09:00:00+01:00'}"),
            example(
                    "adyen-platform",
                    HASH,
                    "recurring.token.created",
                    "{'type':'recurring.token.created','eventId':'QBQQ9DLNRHHKGK38','createdAt':'2026-11-24T09:00:00Z'}"),
            example(
                    "adyen-platform",
                    HASH,
                    "paymentMethod.created",
                    "{'type':'paymentMethod.created','createdAt':'2026-11-24T09:00:00+01:00','environment':'test'}"),
            example("adyen-platform", EACH, "untimed", "{'type':'untimed'}"),
            example("websub", EACH, "content", "<feed/>"),
            example(
                    "meta",
                    HASH,
                    "feed",
                    "{'object':'page','entry':[{'time':1,'id':'1','changes':[{'field':'feed'}]}]}"),
            example("meta", HASH, "entry", "{'object':'page','entry':[{'time':1,'id':'1','messaging':[{}]}]}"),
            example(
                    "whatsapp",
                    HASH,
                    "messages",
                    "{'entry':[{'id':'1','changes':[{'value':{'messages':[{'id':'wamid.1'}]},'field':'messages'}]}]}"),
            example(
                    "whatsapp",
                    HASH,
                    "account_update",
                    "{'entry':[{'id':'1','time':1,'changes':[{'value':{},'field':'account_update'}]}]}"),
            example("whatsapp", EACH, "security", "{'entry':[{'id':'1','changes':[{'value':{},'field':'security'}]}]}"),
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
            example("hubspot-v2", EACH, "workflow", "{'vid':1}"),
            example("hubspot-v3", "1:12345:62515:1564113600000", "contact.creation", HUBSPOT),
            example(
                    "asana",
                    HASH,
                    "task.changed",
                    "{'events':[{'created_at':'2026-11-24T09:00:00.123Z','action':'changed',"
                            + "'resource':{'gid':'1','resource_type':'task'}}]}"),
            example(
                    "okta",
                    "u1",
                    "user.lifecycle.create",
                    "{'eventId':'e1','data':{'events':[{'uuid':'u1','eventType':'user.lifecycle.create'},"
                            + "{'uuid':'u2','eventType':'x'}]}}"),
            example("auth0", HASH, "logs", "[{'log_id':'9002'}]"),
            example("auth0", EACH, "logs", "[]"),
            example("github", "d1", "push", "{}", "X-GitHub-Delivery", "d1", "X-GitHub-Event", "push"),
            example("stripe", "evt_1", "charge.failed", "{'id':'evt_1','type':'charge.failed'}"),
            example("standard-webhooks", "msg_1", "a.b", "{'type':'a.b'}", "webhook-id", "msg_1"),
            example("standard-webhooks-ed25519", "msg_1", "a.b", "{'type':'a.b'}", "webhook-id", "msg_1"),
            example("svix-ed25519", "msg_1", "a.b", "{'type':'a.b'}", "svix-id", "msg_1"),
            example(
                    "discord",
                    HASH,
                    "APPLICATION_AUTHORIZED",
                    "{'version':1,'application_id':'1','type':1,'event':{'type':'APPLICATION_AUTHORIZED',"
                            + "'timestamp':'2026-11-24T09:00:00.000000'}}"),
            example("telnyx", "e1", "message.sent", "{'data':{'id':'e1','event_type':'message.sent'}}"),
            example("sendgrid", "e1", "open", "[{'sg_event_id':'e1','event':'open'}]"),
            example("salesforce", "04l1", "Account", "{'notifications':[{'id':'04l1','type':'Account'}]}"),
            example("salesforce", "04l2", "record", "{'notifications':[{'id':'04l2','type':null}]}"),
            example(
                    "salesforce-marketing-cloud",
                    HASH,
                    "TransactionalSendEvents.EmailSent",
                    "[{'eventCategoryType':'TransactionalSendEvents.EmailSent','timestampUTC':1}]"),
            example(
                    "plivo-v2",
                    HASH,
                    "callback",
                    "MessageUUID=1&Status=sent",
                    "Content-Type",
                    "application/x-www-form-urlencoded"),
            example(
                    "plivo-v2",
                    EACH,
                    "callback",
                    "CallUUID=1&Digits=1",
                    "Content-Type",
                    "application/x-www-form-urlencoded"),
            example(
                    "plivo-v3",
                    EACH,
                    "callback",
                    "CallUUID=1&CallStatus=ringing",
                    "Content-Type",
                    "application/x-www-form-urlencoded"),
            example(
                    "twilio",
                    "t1",
                    "callback",
                    "CallSid=CA1&CallStatus=ringing",
                    "Content-Type",
                    "application/x-www-form-urlencoded",
                    "I-Twilio-Idempotency-Token",
                    "t1"),
            example(
                    "adyen",
                    "p1:AUTHORISATION:true",
                    "AUTHORISATION",
                    "{'notificationItems':[{'NotificationRequestItem':"
                            + "{'eventCode':'AUTHORISATION','pspReference':'p1','success':'true'}}]}"),
            example("mailgun", "t1", "opened", "{'signature':{'token':'t1'},'event-data':{'event':'opened','id':'x'}}"),
            example(
                    "messagebird-jwt",
                    HASH,
                    "received",
                    "id=1&status=delivered&statusDatetime=2026-11-24T09%3A00%3A00Z",
                    "Content-Type",
                    "application/x-www-form-urlencoded"),
            example("vonage", HASH, "received", "{'message_uuid':'m1','timestamp':'2026-11-24T09:00:00.000Z'}"),
            example("vonage-sig-hmac-sha512", "1:::", "message", "{'messageId':'1'}"),
            example("vonage-sig-hmac-sha256", "1:::", "message", "{'messageId':'1'}"),
            example("vonage-sig-hmac-sha1", "1:::", "message", "{'messageId':'1'}"),
            example("vonage-sig-hmac-md5", "1:::", "message", "{'messageId':'1'}"),
            example(
                    "vonage-sig-md5",
                    "1:delivered:0:2611240900",
                    "message",
                    "{'messageId':'1','status':'delivered','err-code':'0','scts':'2611240900','timestamp':'1'}"),
            example("ms-graph", "n1", "updated", "{'value':[{'id':'n1','changeType':'updated'}]}"),
            example("ms-graph", EACH, "missed", "{'value':[{'subscriptionId':'s1','lifecycleEvent':'missed'}]}"),
            example(
                    "ms-graph",
                    HASH,
                    "updated",
                    "{'value':[{'changeType':'updated','resourceData':{'@odata.etag':'W/1','id':'m1'}}]}"),
            example("ms-graph", EACH, "updated", "{'value':[{'changeType':'updated','resource':'me/drive/root'}]}"),
            example("braintree", HASH, "notification", "<notification/>"),
            example("lark", "e1", "im.message", "{'header':{'event_id':'e1','event_type':'im.message'}}"),
            example(
                    "lark",
                    "e2",
                    "im.message",
                    "{'schema':'2.0','uuid':'u','header':{'event_id':'e2','event_type':'im.message'},'event':{'type':'x'}}"),
            example(
                    "lark",
                    "u1",
                    "add_user_to_chat",
                    "{'ts':'1502199207.7','uuid':'u1','token':'t','type':'event_callback','event':{'type':'add_user_to_chat'}}"),
            example(
                    "supabase",
                    "8f2c",
                    "send-email",
                    "{'metadata':{'uuid':'8f2c','name':'send-email'},'user':{'id':'u'}}",
                    "webhook-id",
                    "w1"),
            example("supabase", "w2", "hook", "{'user':{'id':'u'},'sms':{'otp':'1'}}", "webhook-id", "w2"),
            example(
                    "cloudevents",
                    "/shop/eu:1",
                    "order.paid",
                    "{'specversion':'1.0','id':'1','source':'/shop/eu','type':'order.paid'}",
                    "Content-Type",
                    "application/cloudevents+json"),
            example(
                    "cloudevents",
                    "urn%3Ashop:1%3A2",
                    "order.paid",
                    "{'id':'9','source':'other','type':'other'}",
                    "ce-id",
                    "1:2",
                    "ce-source",
                    "urn:shop",
                    "ce-type",
                    "order.paid"),
            example("aws-sns", "m1", "Notification", "{'Type':'Notification','MessageId':'m1'}"),
            example("paypal", "WH-1", "PLAN.CREATED", "{'id':'WH-1','event_type':'PLAN.CREATED'}"),
            example("plaid", EACH, "SYNC_UPDATES_AVAILABLE", "{'webhook_code':'SYNC_UPDATES_AVAILABLE'}"),
            example("plaid-sandbox", EACH, "ERROR", "{'webhook_code':'ERROR'}"),
            example("none", HASH, "received", "anything"));

    private CatalogueExamples() {}

    /** The types of a scheme's examples. */
    static Stream<String> types(String scheme) {
        return ALL.stream()
                .filter(example -> example.scheme().equals(scheme))
                .map(CatalogueExample::type)
                .distinct();
    }

    private static CatalogueExample example(String scheme, String id, String type, String body, String... headers) {
        return new CatalogueExample(scheme, id, type, Deliveries.of(body.replace('\'', '"'), headers));
    }
}
