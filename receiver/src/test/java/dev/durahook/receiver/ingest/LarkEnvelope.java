package dev.durahook.receiver.ingest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A body as Lark encrypts it. */
final class LarkEnvelope {

    private LarkEnvelope() {}

    static String sealed(String key, String plain) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        byte[] start = new byte[16];
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(hash, "AES"), new IvParameterSpec(start));
        byte[] encrypted = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
        byte[] all = new byte[start.length + encrypted.length];
        System.arraycopy(encrypted, 0, all, start.length, encrypted.length);
        return "{\"encrypt\":\"" + Base64.getEncoder().encodeToString(all) + "\"}";
    }
}
