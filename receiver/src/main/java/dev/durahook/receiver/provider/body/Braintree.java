package dev.durahook.receiver.provider.body;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.provider.content.Form;
import dev.durahook.receiver.provider.content.Hashes;
import dev.durahook.receiver.provider.content.Rejections;
import dev.durahook.receiver.secret.KeyForm;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.signature.Algorithm;
import dev.durahook.receiver.signature.Encoding;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.receiver.verifier.VerifierInputs;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Verifies Braintree's forms, which contain a payload and one signature for each of the merchant's public keys.
 *
 * @param secrets the merchant's public and private key, separated by a vertical bar
 */
record Braintree(Secrets secrets) implements Check {

    /** More than the API keys that a merchant has. */
    static final int MAX_SIGNATURES = 32;

    private static final Pattern PAYLOAD = Pattern.compile("[A-Za-z0-9+=/\n]+");
    private static final Pattern KEYS = Pattern.compile("[^|\\s]+\\|[^|\\s]+");

    Braintree(VerifierInputs inputs) {
        this(inputs.secrets());
    }

    /** Reads the two keys. */
    static Secret secret(String text) {
        Secret secret = KeyForm.TEXT.read(text, "");
        if (!KEYS.matcher(text).matches()) {
            throw new InvalidRuleException("must be two keys: write it as <public key>|<private key>");
        }
        return secret;
    }

    @Override
    public int secretOf(Delivery delivery) throws NotVerifiedException {
        return secretOf(form(delivery));
    }

    /**
     * Uses the XML in the payload as the body, because the form around it can be written in several ways with the same
     * signature.
     */
    @Override
    public Verified verified(Delivery delivery) throws NotVerifiedException {
        Form form = form(delivery);
        int secret = secretOf(form);
        try {
            byte[] xml = Base64.getMimeDecoder().decode(form.single("bt_payload"));
            return new Verified(secret, delivery.carrying(xml, "application/xml"));
        } catch (IllegalArgumentException e) {
            throw Rejections.malformed("the payload is not base64");
        }
    }

    private int secretOf(Form form) throws NotVerifiedException {
        String[] sent = form.single("bt_signature").split("&", MAX_SIGNATURES + 1);
        String payload = form.single("bt_payload");
        // Durahook signs any challenge that it is sent, so such a signature must not be valid for a delivery.
        if (BraintreeChallenge.isChallenge(payload)) {
            throw Rejections.malformed("the payload has the form of a challenge");
        }
        if (sent.length > MAX_SIGNATURES || !PAYLOAD.matcher(payload).matches()) {
            throw Rejections.malformed("the form has too many signatures, or a payload that is not base64");
        }
        return secrets.matching(secret -> isSigned(sent, payload, secret));
    }

    private static Form form(Delivery delivery) throws NotVerifiedException {
        Rejections.requireBody(delivery.body());
        return Form.of(delivery.body());
    }

    /** The text that proves possession of a merchant's keys: the public key, a vertical bar and the signature. */
    static byte[] signed(String content, Secret keys) {
        String[] both = new String(keys.bytes(), StandardCharsets.UTF_8).split("\\|", 2);
        Secret key = new Secret(Hashes.digest("SHA-1", Hashes.utf8(both[1])));
        byte[] signature = Algorithm.HMAC_SHA1.sign(key, List.of(Hashes.utf8(content)));
        return Hashes.utf8(both[0] + "|" + new String(Encoding.HEX.encode(signature), StandardCharsets.US_ASCII));
    }

    private static boolean isSigned(String[] sent, String payload, Secret keys) {
        byte[] expected = signed(payload, keys);
        boolean signed = false;
        for (String one : sent) {
            signed |= Hashes.same(one, expected);
        }
        return signed;
    }
}
