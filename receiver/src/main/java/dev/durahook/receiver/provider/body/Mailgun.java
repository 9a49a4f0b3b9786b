package dev.durahook.receiver.provider.body;

import com.fasterxml.jackson.databind.JsonNode;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.provider.content.Hashes;
import dev.durahook.receiver.provider.content.Rejections;
import dev.durahook.receiver.provider.content.SignedJson;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.signature.Algorithm;
import dev.durahook.receiver.signature.Encoding;
import dev.durahook.receiver.signature.TimestampUnit;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.Freshness;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verifier.VerifierInputs;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Verifies Mailgun's deliveries. Mailgun signs only a timestamp and a token that it sends along with the event; the
 * event itself is not signed. Events of a subaccount have a second signature, with the key of the primary account.
 *
 * @param secrets the webhook signing keys
 * @param freshness how old the timestamp may be
 */
record Mailgun(Secrets secrets, Freshness freshness) implements Check {

    // Mailgun signs both without a separator, so the timestamp's length is fixed: otherwise a digit could be moved from
    // one to the other.
    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{10}");
    private static final String PARENT_SIGNATURE = "parent-signature";
    private static final Pattern TOKEN = Pattern.compile("[0-9A-Za-z]{10,100}");

    Mailgun(VerifierInputs inputs) {
        this(inputs.secrets(), inputs.freshness());
    }

    @Override
    public int secretOf(Delivery delivery) throws NotVerifiedException {
        JsonNode signature = SignedJson.of(delivery.body()).path("signature");
        String sent = SignedJson.text(signature, "signature");
        String timestamp = formed(SignedJson.text(signature, "timestamp"), TIMESTAMP, "timestamp");
        String token = formed(SignedJson.text(signature, "token"), TOKEN, "token");
        freshness.check(TimestampUnit.SECONDS.parse(timestamp).orElseThrow());
        List<byte[]> content = List.of(Hashes.utf8(timestamp + token));
        String sentByParent = signature.path(PARENT_SIGNATURE).asText("");
        return secrets.matching(secret -> {
            byte[] expected = Encoding.HEX.encode(Algorithm.HMAC_SHA256.sign(secret, content));
            boolean ofAccount = Hashes.same(sent, expected);
            boolean ofParent = Hashes.same(sentByParent, expected);
            return ofAccount || ofParent;
        });
    }

    /** The content that Mailgun signs. */
    static String described(Delivery delivery) throws NotVerifiedException {
        JsonNode signature = SignedJson.of(delivery.body()).path("signature");
        return SignedJson.text(signature, "timestamp") + SignedJson.text(signature, "token");
    }

    private static String formed(String text, Pattern form, String name) throws NotVerifiedException {
        if (!form.matcher(text).matches()) {
            throw Rejections.malformed("the " + name + " does not have the form that Mailgun documents");
        }
        return text;
    }
}
