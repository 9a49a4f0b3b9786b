package dev.durahook.receiver.provider.request;

import dev.durahook.receiver.provider.content.Hashes;
import dev.durahook.receiver.secret.Secret;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature methods from which a Vonage account chooses. */
enum VonageMethod {
    /** A hash of the parameters followed by the secret: the default of new accounts. */
    MD5("MD5"),
    HMAC_MD5("HmacMD5"),
    HMAC_SHA1("HmacSHA1"),
    HMAC_SHA256("HmacSHA256"),
    HMAC_SHA512("HmacSHA512");

    private final String standardName;

    VonageMethod(String standardName) {
        this.standardName = standardName;
    }

    /** The signature in hexadecimal digits. Vonage uses both cases. */
    byte[] hex(byte[] content, Secret secret, boolean inUpperCase) {
        HexFormat format = inUpperCase ? HexFormat.of().withUpperCase() : HexFormat.of();
        return Hashes.utf8(format.formatHex(this == MD5 ? hashed(content, secret) : hmac(content, secret)));
    }

    private byte[] hashed(byte[] content, Secret secret) {
        byte[] both = Arrays.copyOf(content, content.length + secret.bytes().length);
        System.arraycopy(secret.bytes(), 0, both, content.length, secret.bytes().length);
        return Hashes.digest(standardName, both);
    }

    private byte[] hmac(byte[] content, Secret secret) {
        try {
            Mac mac = Mac.getInstance(standardName);
            mac.init(new SecretKeySpec(secret.bytes(), standardName));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform lacks " + standardName, e);
        }
    }
}
