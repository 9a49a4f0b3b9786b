package dev.durahook.receiver.signature;

import static dev.durahook.receiver.signature.Digests.base64;
import static dev.durahook.receiver.signature.Digests.base64Url;
import static dev.durahook.receiver.signature.Digests.bytes;
import static dev.durahook.receiver.signature.Digests.fromBase64;
import static dev.durahook.receiver.signature.Digests.fromHex;
import static dev.durahook.receiver.signature.Digests.hex;
import static dev.durahook.receiver.signature.Digests.sha1;
import static dev.durahook.receiver.signature.Digests.sha256;
import static dev.durahook.receiver.signature.Digests.sha512;

import dev.durahook.receiver.signature.Sender.Signing;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The providers whose deliveries the tests sign and forge. */
final class Senders {

    private static final String OWN = """
            scheme: custom, id: {header: X-Id}, public-url: '%s', custom: {signature: {algorithm: hmac-sha512, header: X-Sign, separator: ';', \
            prefix: 'h1=', encoding: base64url, content: '{header:X-Id}|{timestamp}|{url}|{body}', key: hex, \
            timestamp: {header: X-Sign, separator: ';', prefix: 'ts=', unit: milliseconds}}}""".formatted(Sender.URL);

    private Senders() {}

    static Stream<Sender> all() {
        return Stream.of(standardWebhooks(), timestamped(), addressed(), bodies(), Stream.of(own()), KeyHolders.all())
                .flatMap(senders -> senders);
    }

    static Stream<Sender> withTimestamp() {
        return all().filter(Sender::hasTimestamp);
    }

    private static Stream<Sender> standardWebhooks() {
        return Stream.of(
                standardWebhooks("standard-webhooks", "webhook"),
                standardWebhooks("supabase", "webhook"),
                standardWebhooks("openai", "webhook"),
                standardWebhooks("anthropic", "webhook"),
                standardWebhooks("gitlab-signing", "webhook"),
                standardWebhooks("svix", "svix"),
                standardWebhooks("svix", "webhook"),
                standardWebhooks("clerk", "svix"),
                standardWebhooks("resend", "svix"));
    }

    private static Stream<Sender> timestamped() {
        return Stream.of(
                listed("stripe", "Stripe-Signature", "t={timestamp},v1={signature},v0=6ffbb59b2300aae6", "."),
                listed("calendly", "Calendly-Webhook-Signature", "t={timestamp},v1={signature}", ".")
                        .tolerating(180),
                listed("paddle", "Paddle-Signature", "ts={timestamp};h1={signature}", ":")
                        .tolerating(73 * 3600),
                listed("convoy-advanced", "X-Convoy-Signature", "v1={signature},t={timestamp}", ","),
                listed("workos", "WorkOS-Signature", "t={timestamp}, v1={signature}", ".")
                        .writing(now -> String.valueOf(now.toEpochMilli()))
                        .tolerating(180),
                slack("slack", "X-Slack-Signature", "X-Slack-Request-Timestamp"),
                slack("slack-form", "X-Slack-Signature", "X-Slack-Request-Timestamp"),
                slack("zoom", "x-zm-signature", "x-zm-request-timestamp").tolerating(90 * 60),
                zendesk(),
                twitch());
    }

    private static Stream<Sender> addressed() {
        return Stream.of(
                hubspotV3(),
                sender(
                        "scheme: hubspot-v2, public-url: '" + Sender.URL + "'",
                        "X-HubSpot-Signature",
                        Map.of("X-HubSpot-Signature", "{signature}", "X-HubSpot-Signature-Version", "v2"),
                        (secret, now, body) -> hex(hash(bytes(secret + "POST" + Sender.URL), body))),
                sender(
                        "scheme: square, public-url: '" + Sender.URL + "'",
                        "x-square-hmacsha256-signature",
                        Map.of("x-square-hmacsha256-signature", "{signature}"),
                        (secret, now, body) -> base64(sha256(bytes(secret), bytes(Sender.URL), body))),
                sender(
                        "scheme: trello, public-url: '" + Sender.URL + "'",
                        "X-Trello-Webhook",
                        Map.of("X-Trello-Webhook", "{signature}"),
                        (secret, now, body) -> base64(sha1(bytes(secret), body, bytes(Sender.URL)))));
    }

    private static Stream<Sender> bodies() {
        return Stream.of(
                hexOfBody("github", "X-Hub-Signature-256", "sha256={signature}"),
                hexOfBody("meta", "X-Hub-Signature-256", "sha256={signature}"),
                hexOfBody("whatsapp", "X-Hub-Signature-256", "sha256={signature}"),
                hexOfBody("bitbucket-cloud", "X-Hub-Signature", "sha256={signature}"),
                hexOfBody("bitbucket-server", "X-Hub-Signature", "sha256={signature}"),
                hexOfBody("jira", "X-Hub-Signature", "sha256={signature}"),
                hexOfBody("websub", "X-Hub-Signature", "sha256={signature}"),
                hexOfBody("coinbase-commerce", "X-CC-Webhook-Signature", "{signature}"),
                hexOfBody("mollie", "X-Mollie-Signature", "sha256={signature}"),
                hexOfBody("dropbox", "X-Dropbox-Signature", "{signature}"),
                hexOfBody("nylas", "X-Nylas-Signature", "{signature}"),
                hexOfBody("razorpay", "X-Razorpay-Signature", "{signature}"),
                hexOfBody("gitea", "X-Gitea-Signature", "{signature}"),
                hexOfBody("gogs", "X-Gogs-Signature", "{signature}"),
                hexOfBody("linear", "Linear-Signature", "{signature}"),
                hexOfBody("convoy", "X-Convoy-Signature", "{signature}"),
                hexOfBody("gocardless", "Webhook-Signature", "{signature}"),
                hexOfBody("asana", "X-Hook-Signature", "{signature}"),
                ofBody(
                        "hubspot-v1",
                        "X-HubSpot-Signature",
                        "{signature}",
                        (key, now, body) -> hex(hash(bytes(key), body))),
                base64OfBody("salesforce-marketing-cloud", "x-sfmc-ens-signature", "{signature}"),
                base64OfBody("line", "x-line-signature", "{signature}"),
                base64OfBody("docusign", "X-DocuSign-Signature-1", "{signature}"),
                base64OfBody("docusign", "X-DocuSign-Signature-10", "{signature}"),
                base64OfBody("typeform", "Typeform-Signature", "sha256={signature}"),
                base64OfBody("twitter", "x-twitter-webhooks-signature", "sha256={signature}"),
                base64OfBody("shopify", "X-Shopify-Hmac-SHA256", "{signature}"),
                base64OfBody("shopify", "Shopify-Hmac-SHA256", "{signature}"),
                base64OfBody("woocommerce", "X-WC-Webhook-Signature", "{signature}"),
                ofBody(
                        "intercom",
                        "X-Hub-Signature",
                        "sha1={signature}",
                        (key, now, body) -> hex(sha1(bytes(key), body))),
                ofBody("vercel", "x-vercel-signature", "{signature}", (key, now, body) -> hex(sha1(bytes(key), body))),
                ofBody(
                                "adyen-platform",
                                "HmacSignature",
                                "{signature}",
                                (key, now, body) -> base64(sha256(fromHex(key), body)))
                        .sharing("D7DD5BA6146493707BF0BE7496F6404E", "9064450A8892A093D9E97EFCC9639DE3"));
    }

    private static Sender hubspotV3() {
        return sender(
                        "scheme: hubspot-v3, public-url: '" + Sender.URL + "'",
                        "X-HubSpot-Signature-v3",
                        Map.of("X-HubSpot-Signature-v3", "{signature}", "X-HubSpot-Request-Timestamp", "{timestamp}"),
                        (secret, now, body) ->
                                base64(sha256(bytes(secret), bytes("POST" + Sender.URL), body, bytes(now))))
                .writing(now -> String.valueOf(now.toEpochMilli()));
    }

    private static byte[] hash(byte[]... parts) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List.of(parts).forEach(digest::update);
        return digest.digest();
    }

    private static Sender own() {
        return sender(
                        OWN,
                        "X-Sign",
                        Map.of("X-Id", "{id}", "X-Sign", "ts={timestamp};h1={signature}"),
                        (secret, now, body) -> base64Url(
                                sha512(fromHex(secret), bytes(Sender.ID + "|" + now + "|" + Sender.URL + "|"), body)))
                .sharing("00112233445566778899aabbccddeeff", "ffeeddccbbaa99887766554433221100")
                .writing(now -> String.valueOf(now.toEpochMilli()));
    }

    private static Sender standardWebhooks(String scheme, String headers) {
        return sender(
                        "scheme: " + scheme,
                        headers + "-signature",
                        Map.of(
                                headers + "-id", "{id}",
                                headers + "-timestamp", "{timestamp}",
                                headers + "-signature", "v1,{signature} v1a,QUJD"),
                        (secret, now, body) -> base64(
                                sha256(fromBase64(secret.substring(6)), bytes(Sender.ID + "." + now + "."), body)))
                .sharing("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }

    private static Sender listed(String scheme, String header, String value, String separator) {
        return sender(
                "scheme: " + scheme,
                header,
                Map.of(header, value),
                (secret, now, body) -> hex(sha256(bytes(secret), bytes(now + separator), body)));
    }

    private static Sender slack(String scheme, String header, String timestampHeader) {
        return sender(
                "scheme: " + scheme,
                header,
                Map.of(header, "v0={signature}", timestampHeader, "{timestamp}"),
                (secret, now, body) -> hex(sha256(bytes(secret), bytes("v0:" + now + ":"), body)));
    }

    private static Sender zendesk() {
        return sender(
                        "scheme: zendesk",
                        "X-Zendesk-Webhook-Signature",
                        Map.of(
                                "X-Zendesk-Webhook-Signature", "{signature}",
                                "X-Zendesk-Webhook-Signature-Timestamp", "{timestamp}"),
                        (secret, now, body) -> base64(sha256(bytes(secret), bytes(now), body)))
                .writing(Instant::toString);
    }

    private static Sender twitch() {
        return sender(
                        "scheme: twitch",
                        "Twitch-Eventsub-Message-Signature",
                        Map.of(
                                "Twitch-Eventsub-Message-Id", "{id}",
                                "Twitch-Eventsub-Message-Timestamp", "{timestamp}",
                                "Twitch-Eventsub-Message-Signature", "sha256={signature}"),
                        (secret, now, body) -> hex(sha256(bytes(secret), bytes(Sender.ID + now), body)))
                .writing(Instant::toString)
                .tolerating(600);
    }

    private static Sender hexOfBody(String scheme, String header, String value) {
        return ofBody(scheme, header, value, (key, now, body) -> hex(sha256(bytes(key), body)));
    }

    private static Sender base64OfBody(String scheme, String header, String value) {
        return ofBody(scheme, header, value, (key, now, body) -> base64(sha256(bytes(key), body)));
    }

    private static Sender ofBody(String scheme, String header, String value, Signing signing) {
        return sender("scheme: " + scheme, header, Map.of(header, value), signing);
    }

    private static Sender sender(String declaration, String header, Map<String, String> headers, Signing signing) {
        return new Sender(
                declaration,
                "It is a secret",
                "It is another one",
                header,
                headers,
                300,
                now -> String.valueOf(now.getEpochSecond()),
                signing);
    }
}
