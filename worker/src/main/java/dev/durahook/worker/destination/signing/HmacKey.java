package dev.durahook.worker.destination.signing;

import dev.durahook.connection.secret.InvalidTextException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An HMAC key that signs requests; the destination has the same key. */
final class HmacKey implements SigningKey {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    // The minimum of the Standard Webhooks specification; signatures with a shorter key could be forged.
    private static final int MIN_BYTES = 24;

    private final SecretKeySpec key;

    private HmacKey(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    static HmacKey of(String secret) {
        byte[] key = Base64Secret.decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
        if (key.length < MIN_BYTES) {
            throw new InvalidTextException(
                    "is shorter than " + MIN_BYTES
                            + " bytes: make one with `echo whsec_$(openssl rand -base64 32)` and give it to the destination too");
        }
        return new HmacKey(key);
    }

    @Override
    public String sign(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
