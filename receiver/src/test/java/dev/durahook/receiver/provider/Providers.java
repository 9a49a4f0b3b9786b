package dev.durahook.receiver.provider;

import static dev.durahook.receiver.signature.Digests.base64;
import static dev.durahook.receiver.signature.Digests.bytes;
import static dev.durahook.receiver.signature.Digests.fromHex;
import static dev.durahook.receiver.signature.Digests.hex;
import static dev.durahook.receiver.signature.Digests.sha1;
import static dev.durahook.receiver.signature.Digests.sha256;

import dev.durahook.receiver.provider.Provider.Signing;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The providers with a verifier of their own and shared secrets. */
final class Providers {

    private static final long NOW = Provider.NOW.getEpochSecond();
    private static final String JSON = "{\"id\":\"evt_1\",\"type\":\"order.paid\",\"note\":\"5 € für Ämter\"}";

    private Providers() {}

    static Stream<Provider> all() {
        return Stream.of(
                        shared(),
                        VonageSenders.all(),
                        Stream.of(KeyProviders.sns("1"), KeyProviders.sns("2")),
                        Stream.of(
                                KeyProviders.paypal(),
                                KeyProviders.plaid("plaid"),
                                KeyProviders.plaid("plaid-sandbox")))
                .flatMap(providers -> providers);
    }

    private static Stream<Provider> shared() {
        return Stream.of(
                twilioForm(),
                twilioJson(),
                twilioSharedKey(),
                plivoV2(),
                plivoV3(),
                adyen(),
                mailgun(),
                mailgunSubaccount(),
                messageBird(),
                messageBirdQuery(),
                bird(),
                cloudEvents(),
                contentful(),
                strava(),
                vonage(),
                microsoftGraph(),
                braintree(),
                lark(),
                salesforce());
    }

    private static Provider twilioForm() {
        return addressed("twilio", 0, List.of("ringing", "%2B1", "&From=", "?a=1"), token -> {
            String signature =
                    base64(sha1(bytes(token), bytes(Provider.URL + "?a=1" + "CallStatusringingFrom+1To+49")));
            return new Sent(
                    "?a=1",
                    Map.of("X-Twilio-Signature", signature, "Content-Type", "application/x-www-form-urlencoded"),
                    "To=%2B49&From=%2B1&CallStatus=ringing",
                    signature);
        });
    }

    private static Provider twilioJson() {
        return addressed("twilio", 0, List.of(JSON, "bodySHA256="), token -> {
            String query = "?bodySHA256=" + Tokens.hash(JSON);
            String signature = base64(sha1(bytes(token), bytes(Provider.URL + query)));
            return new Sent(
                    query,
                    Map.of("X-Twilio-Signature", signature, "Content-Type", "application/json"),
                    JSON,
                    signature);
        });
    }

    private static Provider twilioSharedKey() {
        return addressed("twilio", 0, List.of("ringing", "&From=", "?a=1"), key -> {
            String signature = base64(sha256(bytes(key), bytes(Provider.URL + "?a=1" + "CallStatusringingFrom+1")));
            return new Sent(
                    "?a=1",
                    Map.of(
                            "X-Twilio-Signature",
                            signature,
                            "X-Twilio-Webhooks-Signature-Settings",
                            "key=webhooks_sharedkey_1,algorithm=HMAC_SHA256",
                            "Content-Type",
                            "application/x-www-form-urlencoded"),
                    "CallStatus=ringing&From=%2B1",
                    signature);
        });
    }

    private static Provider plivoV2() {
        return addressed("plivo-v2", 0, List.of(), token -> {
            String signature = base64(sha256(bytes(token), bytes(Provider.URL + "12345")));
            return new Sent(
                    "?a=1",
                    Map.of("X-Plivo-Signature-V2", signature, "X-Plivo-Signature-V2-Nonce", "12345"),
                    "MessageUUID=1&Status=sent",
                    signature);
        });
    }

    private static Provider plivoV3() {
        return addressed("plivo-v3", 0, List.of("ringing", "%2B1", "&From=", "a=1"), token -> {
            String content = Provider.URL + "?a=1&b=2&b=3.CallStatusringingFrom+1To+49.12345";
            String signature = base64(sha256(bytes(token), bytes(content)));
            return new Sent(
                    "?b=3&a=1&b=2",
                    Map.of(
                            "X-Plivo-Signature-V3",
                            signature,
                            "X-Plivo-Signature-V3-Nonce",
                            "12345",
                            "Content-Type",
                            "application/x-www-form-urlencoded"),
                    "To=%2B49&From=%2B1&CallStatus=ringing",
                    signature);
        });
    }

    private static Provider adyen() {
        return provider("adyen", 0, List.of("psp1", "AUTHORISATION", "1130", "Shop", "\"EUR\"", "true"), key -> {
                    String signature =
                            base64(sha256(fromHex(key), bytes("psp1::Shop:order:7:1130:EUR:AUTHORISATION:true")));
                    return new Sent("", Map.of(), """
                            {"live":"false","notificationItems":[{"NotificationRequestItem":{"additionalData":\
                            {"hmacSignature":"%s"},"amount":{"currency":"EUR","value":1130},"eventCode":"AUTHORISATION",\
                            "merchantAccountCode":"Shop","merchantReference":"order:7","pspReference":"psp1",\
                            "success":"true"}}]}""".formatted(signature), signature);
                })
                .sharing("44782DEF547AAA06C910C43932B1EB0C", "9064450A8892A093D9E97EFCC9639DE3");
    }

    private static Provider mailgun() {
        String token = "0123456789abcdef".repeat(3) + "ab";
        return provider("mailgun", 9 * 3600, List.of(token, String.valueOf(NOW)), key -> {
            String signature = hex(sha256(bytes(key), bytes(NOW + token)));
            return new Sent("", Map.of(), """
                    {"signature":{"timestamp":"%d","token":"%s","signature":"%s"},\
                    "event-data":{"event":"opened","id":"x"}}""".formatted(NOW, token, signature), signature);
        });
    }

    private static Provider mailgunSubaccount() {
        String token = "0123456789abcdef".repeat(3) + "cd";
        return provider("mailgun", 9 * 3600, List.of(token, String.valueOf(NOW)), key -> {
            String signature = hex(sha256(bytes(key), bytes(NOW + token)));
            String ofSubaccount = hex(sha256(bytes("key of the subaccount"), bytes(NOW + token)));
            return new Sent("", Map.of(), """
                    {"signature":{"timestamp":"%d","token":"%s","signature":"%s","parent-signature":"%s"},\
                    "event-data":{"event":"opened","id":"x"}}""".formatted(NOW, token, ofSubaccount, signature), signature);
        });
    }

    private static Provider messageBird() {
        return addressed("messagebird-jwt", 0, List.of(JSON, "?a=1"), key -> {
            String token = Tokens.hs256(
                    key, """
                    {'iss':'MessageBird','nbf':%d,'exp':%d,'jti':'1','url_hash':'%s','payload_hash':'%s'}""".formatted(NOW, NOW + 60, Tokens.hash(Provider.URL + "?a=1"), Tokens.hash(JSON)));
            return new Sent("?a=1", Map.of("MessageBird-Signature-JWT", token), JSON, token);
        });
    }

    private static Provider messageBirdQuery() {
        return timed("messagebird", null, 300, List.of(JSON, "b=%2B1", "c+d"), key -> {
            byte[] address = bytes(NOW + "\na=~%2A&b=%2B1&b=c+d\n");
            String signature = base64(sha256(bytes(key), address, fromHex(Tokens.hash(JSON))));
            return new Sent("?b=%2B1&b=c+d&a=~*", timed(signature), JSON, signature);
        });
    }

    private static Provider bird() {
        return timed("bird", Provider.URL, 25 * 3600, List.of(JSON, "a=1"), key -> {
            byte[] address = bytes(NOW + "\n" + Provider.URL + "?a=1\n");
            String signature = base64(sha256(bytes(key), address, fromHex(Tokens.hash(JSON))));
            return new Sent("?a=1", timed(signature), JSON, signature);
        });
    }

    private static Map<String, String> timed(String signature) {
        return Map.of("MessageBird-Signature", signature, "MessageBird-Request-Timestamp", String.valueOf(NOW));
    }

    private static Provider cloudEvents() {
        return provider(
                "cloudevents",
                0,
                List.of(),
                token -> new Sent(
                        "",
                        Map.of("Authorization", "Bearer " + token, "Content-Type", "application/cloudevents+json"),
                        """
                        {"specversion":"1.0","id":"1","source":"/shop","type":"order.paid","data":{"note":"5 € für Ämter"}}""",
                        token));
    }

    private static Provider contentful() {
        return timed("contentful", Provider.URL, 300, List.of(JSON, "a=1"), key -> {
            String listed = "content-type,x-contentful-idempotency-key,x-contentful-signed-headers,"
                    + "x-contentful-timestamp,x-contentful-topic";
            String content = "POST\n/webhooks/shop?a%253D1\ncontent-type:application/json; charset=utf-8"
                    + ";x-contentful-idempotency-key:k1;x-contentful-signed-headers:" + listed
                    + ";x-contentful-timestamp:" + NOW + "000;x-contentful-topic:ContentManagement.Entry.publish\n";
            String signature = hex(sha256(bytes(key), bytes(content), bytes(JSON)));
            return new Sent(
                    "?a=1",
                    Map.of(
                            "X-Contentful-Signature",
                            signature,
                            "X-Contentful-Signed-Headers",
                            listed,
                            "X-Contentful-Timestamp",
                            NOW + "000",
                            "X-Contentful-Topic",
                            "ContentManagement.Entry.publish",
                            "X-Contentful-Idempotency-Key",
                            "k1",
                            "Content-Type",
                            "application/json; charset=utf-8"),
                    JSON,
                    signature);
        });
    }

    private static Provider strava() {
        return provider(
                        "strava",
                        0,
                        List.of("subscription_id"),
                        subscription -> new Sent("", Map.of(), """
                        {"aspect_type":"update","event_time":1516126040,"object_id":1360128428,\
                        "object_type":"activity","owner_id":134815,"subscription_id":%s,\
                        "updates":{"title":"5 € für Ämter"}}""".formatted(subscription), subscription))
                .sharing("120475", "120476");
    }

    private static Provider vonage() {
        return provider("vonage", 300, List.of(JSON), secret -> {
            String token = Tokens.hs256(
                    secret,
                    "{'iss':'Vonage','iat':%d,'jti':'1','payload_hash':'%s'}".formatted(NOW, Tokens.hash(JSON)));
            return new Sent("", Map.of("Authorization", "Bearer " + token), JSON, token);
        });
    }

    private static Provider microsoftGraph() {
        return provider(
                "ms-graph",
                0,
                List.of("clientState"),
                state -> new Sent("", Map.of(), """
                {"value":[{"subscriptionId":"1","clientState":"%s","changeType":"updated"},\
                {"subscriptionId":"1","clientState":"%s","changeType":"updated"}]}""".formatted(state, state), state));
    }

    private static Provider braintree() {
        String payload = "PG5vdGlmaWNhdGlvbj4KPC9ub3RpZmljYXRpb24+\n";
        return provider("braintree", 0, List.of("PG5vdGlm", "pub"), keys -> {
                    String[] both = keys.split("\\|");
                    byte[] key = MessageDigest.getInstance("SHA-1").digest(bytes(both[1]));
                    String signature = hex(sha1(key, bytes(payload)));
                    return new Sent(
                            "",
                            Map.of("Content-Type", "application/x-www-form-urlencoded"),
                            "bt_signature=" + encoded("other|00&" + both[0] + "|" + signature) + "&bt_payload="
                                    + encoded(payload),
                            signature);
                })
                .sharing("pub|private", "pub2|private2");
    }

    private static Provider salesforce() {
        return provider(
                        "salesforce",
                        0,
                        List.of("OrganizationId"),
                        organization -> new Sent("", Map.of(), """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"
                            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>
                        <notifications xmlns="http://soap.sforce.com/2005/09/outbound">
                        <OrganizationId>%s</OrganizationId><ActionId>04k1</ActionId><SessionId>hush!</SessionId>
                        <Notification><Id>04l1</Id><sObject xsi:type="sf:Account"
                            xmlns:sf="urn:sobject.enterprise.soap.sforce.com"><sf:Id>0011</sf:Id>
                        <sf:Name>5 &amp; €</sf:Name><sf:Fax xsi:nil="true"/></sObject></Notification>
                        <Notification><Id>04l2</Id><sObject xsi:type="sf:Account"/></Notification>
                        </notifications></soapenv:Body></soapenv:Envelope>""".formatted(organization), organization))
                .sharing("00D24000000abcDEAQ", "00D24000000abcEEAQ");
    }

    private static Provider lark() {
        return lark(JSON);
    }

    /** A provider that sends this event. */
    static Provider lark(String event) {
        return provider("lark", 9 * 3600, List.of("encrypt"), key -> {
            String body = larkBody(key, event);
            String signature = hex(MessageDigest.getInstance("SHA-256").digest(bytes(NOW + "nonce" + key + body)));
            return new Sent(
                    "",
                    Map.of(
                            "X-Lark-Request-Timestamp",
                            String.valueOf(NOW),
                            "X-Lark-Request-Nonce",
                            "nonce",
                            "X-Lark-Signature",
                            signature),
                    body,
                    signature);
        });
    }

    static String larkBody(String key, String event) throws Exception {
        return "{\"encrypt\":\"" + base64(encrypted(key, event)) + "\"}";
    }

    private static byte[] encrypted(String key, String event) throws Exception {
        byte[] start = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(MessageDigest.getInstance("SHA-256").digest(bytes(key)), "AES"),
                new IvParameterSpec(start));
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(start);
        whole.writeBytes(cipher.doFinal(bytes(event)));
        return whole.toByteArray();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Provider addressed(String scheme, long tolerance, List<String> signed, Signing signing) {
        return new Provider(
                scheme, Provider.URL + "?a=1", "It is a secret", "It is another", tolerance, signed, signing, null);
    }

    private static Provider timed(String scheme, String url, long tolerance, List<String> signed, Signing signing) {
        return new Provider(scheme, url, "It is a secret", "It is another", tolerance, signed, signing, null);
    }

    private static Provider provider(String scheme, long tolerance, List<String> signed, Signing signing) {
        return new Provider(scheme, null, "It is a secret", "It is another", tolerance, signed, signing, null);
    }
}
