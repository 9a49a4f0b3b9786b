package dev.durahook.receiver.provider.body;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.provider.content.Hashes;
import dev.durahook.receiver.provider.content.Rejections;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.signature.Algorithm;
import dev.durahook.receiver.signature.Encoding;
import dev.durahook.receiver.signature.HeaderElements;
import dev.durahook.receiver.signature.TimestampUnit;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.Freshness;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.receiver.verifier.VerifierInputs;
import dev.durahook.workflows.json.JsonRedaction;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Verifies Lark's deliveries: a hash over a timestamp, a nonce, the encrypt key and the body. Events are encrypted with
 * the same key.
 *
 * @param secrets the encrypt keys
 * @param freshness how old the timestamp may be
 */
record Lark(Secrets secrets, Freshness freshness) implements Check {

    static final String SIGNATURE = "X-Lark-Signature";
    static final String TIMESTAMP = "X-Lark-Request-Timestamp";
    static final String NONCE = "X-Lark-Request-Nonce";

    // In events of version 2 and of version 1.
    private static final List<String> VERIFICATION_TOKEN = List.of("/header/token", "/token");

    // The timestamp is signed directly before the nonce, so its length is fixed: otherwise a digit could be moved from
    // one to the other.
    private static final Pattern SECONDS = Pattern.compile("[0-9]{10}");

    Lark(VerifierInputs inputs) {
        this(inputs.secrets(), inputs.freshness());
    }

    @Override
    public int secretOf(Delivery delivery) throws NotVerifiedException {
        return keyOf(delivery).place();
    }

    /** Uses the decrypted event as the body, without the verification token, which also verifies a handshake. */
    @Override
    public Verified verified(Delivery delivery) throws NotVerifiedException {
        Secret key = keyOf(delivery);
        byte[] event = JsonRedaction.of(LarkCipher.decrypted(delivery.body(), key), VERIFICATION_TOKEN)
                .orElseThrow(() -> Rejections.malformed("the decrypted event is not JSON"));
        return new Verified(key.place(), delivery.carrying(event));
    }

    /** The content that Lark hashes. */
    static String described(Delivery delivery) throws NotVerifiedException {
        Headers headers = delivery.headers();
        return HeaderElements.single(headers, TIMESTAMP) + HeaderElements.single(headers, NONCE) + "<secret><body>";
    }

    private Secret keyOf(Delivery delivery) throws NotVerifiedException {
        Headers headers = delivery.headers();
        String sent = HeaderElements.single(headers, SIGNATURE);
        String timestamp = HeaderElements.single(headers, TIMESTAMP);
        String nonce = HeaderElements.single(headers, NONCE);
        if (!SECONDS.matcher(timestamp).matches()) {
            throw Rejections.malformed("header " + TIMESTAMP + " is not a valid timestamp");
        }
        freshness.check(TimestampUnit.SECONDS.parse(timestamp).orElseThrow());
        Rejections.requireBody(delivery.body());
        byte[] start = Hashes.utf8(timestamp + nonce);
        return secrets.matchingSecret(key -> Hashes.same(sent, signature(start, key, delivery.body())));
    }

    private static byte[] signature(byte[] start, Secret key, byte[] body) {
        return Encoding.HEX.encode(Algorithm.SHA256.sign(key, List.of(start, key.bytes(), body)));
    }
}
