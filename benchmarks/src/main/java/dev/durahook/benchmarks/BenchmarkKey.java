package dev.durahook.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key with which all senders sign, and the plain HMAC computation with which a verification is compared. */
final class BenchmarkKey {

    static final String TEXT = "benchmarks-are-no-place-for-secrets";

    private static final String ALGORITHM = "HmacSHA256";

    private BenchmarkKey() {}

    static String base64() {
        return Base64.getEncoder().encodeToString(bytes());
    }

    /** A computation that has its key and is ready to begin. */
    static Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes(), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] sign(String before, byte[] body) {
        Mac mac = mac();
        mac.update(before.getBytes(StandardCharsets.UTF_8));
        return mac.doFinal(body);
    }

    private static byte[] bytes() {
        return TEXT.getBytes(StandardCharsets.UTF_8);
    }
}
