package dev.durahook.receiver.signature;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Computes signatures as providers' documentation describes them. */
public final class Digests {

    private Digests() {}

    public static byte[] sha1(byte[] key, byte[]... parts) throws GeneralSecurityException {
        return hmac("HmacSHA1", key, parts);
    }

    public static byte[] sha256(byte[] key, byte[]... parts) throws GeneralSecurityException {
        return hmac("HmacSHA256", key, parts);
    }

    public static byte[] sha512(byte[] key, byte[]... parts) throws GeneralSecurityException {
        return hmac("HmacSHA512", key, parts);
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    public static byte[] fromHex(String text) {
        return HexFormat.of().parseHex(text);
    }

    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static byte[] fromBase64(String text) {
        return Base64.getDecoder().decode(text);
    }

    private static byte[] hmac(String algorithm, byte[] key, byte[]... parts) throws GeneralSecurityException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key, algorithm));
        return mac.doFinal(content.toByteArray());
    }
}
