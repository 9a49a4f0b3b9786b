package dev.durahook.receiver.provider.body;

import com.fasterxml.jackson.databind.JsonNode;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.provider.content.Hashes;
import dev.durahook.receiver.provider.content.Rejections;
import dev.durahook.receiver.provider.content.SignedJson;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.signature.Algorithm;
import dev.durahook.receiver.signature.Encoding;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verifier.VerifierInputs;
import java.util.ArrayList;
import java.util.List;

/**
 * Verifies Adyen's standard webhooks. Each notification in a delivery carries an HMAC of eight of its fields.
 *
 * @param secrets the HMAC keys
 */
record Adyen(Secrets secrets) implements Check {

    /** Adyen's JSON webhooks contain one notification; more than a few were never seen. */
    static final int MAX_ITEMS = 100;

    private static final List<String> FIELDS = List.of(
            "/pspReference",
            "/originalReference",
            "/merchantAccountCode",
            "/merchantReference",
            "/amount/value",
            "/amount/currency",
            "/eventCode",
            "/success");

    private static final String FREE = "/merchantReference";
    private static final String NUMBER = "/amount/value";

    Adyen(VerifierInputs inputs) {
        this(inputs.secrets());
    }

    @Override
    public int secretOf(Delivery delivery) throws NotVerifiedException {
        JsonNode items = SignedJson.of(delivery.body()).path("notificationItems");
        if (!items.isArray() || items.isEmpty() || items.size() > MAX_ITEMS) {
            throw Rejections.malformed("the body must have 1 to " + MAX_ITEMS + " notificationItems");
        }
        int secret = -1;
        for (JsonNode item : items) {
            secret = secretOf(item.path("NotificationRequestItem"));
        }
        return secret;
    }

    /** The content that Adyen signs for the first notification of a delivery. */
    static String described(Delivery delivery) throws NotVerifiedException {
        return signed(SignedJson.of(delivery.body()).at("/notificationItems/0/NotificationRequestItem"));
    }

    private int secretOf(JsonNode item) throws NotVerifiedException {
        String sent = SignedJson.text(item.path("additionalData"), "hmacSignature");
        List<byte[]> content = List.of(Hashes.utf8(signed(item)));
        return secrets.matching(
                secret -> Hashes.same(sent, Encoding.BASE64.encode(Algorithm.HMAC_SHA256.sign(secret, content))));
    }

    private static String signed(JsonNode item) throws NotVerifiedException {
        List<String> values = new ArrayList<>();
        for (String field : FIELDS) {
            values.add(value(item, field));
        }
        return String.join(":", values);
    }

    // Values are not escaped, so only one field may contain the separator. Otherwise several notifications would have
    // the same signed content.
    private static String value(JsonNode item, String field) throws NotVerifiedException {
        JsonNode sent = item.at(field);
        // true and "true" have the same signature, but only a text is found as a part of the id.
        boolean isAbsent = sent.isMissingNode() || sent.isNull();
        if (!isAbsent && !sent.isTextual() && !(field.equals(NUMBER) && sent.isIntegralNumber())) {
            throw Rejections.malformed("notification's " + field.substring(1) + " is not a text");
        }
        String value = sent.asText("");
        if (value.contains(":") && !field.equals(FREE)) {
            throw Rejections.malformed(
                    "notification's " + field.substring(1) + " contains a colon, which separates the signed fields");
        }
        return value;
    }
}
