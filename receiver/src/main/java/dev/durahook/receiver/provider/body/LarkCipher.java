package dev.durahook.receiver.provider.body;

import dev.durahook.receiver.provider.content.Hashes;
import dev.durahook.receiver.provider.content.Rejections;
import dev.durahook.receiver.provider.content.SignedJson;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.verification.NotVerifiedException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Decrypts Lark's events: AES-256 in CBC mode, with the SHA-256 of the encrypt key as key and the first 16 bytes as
 * initialization vector.
 */
public final class LarkCipher {

    private static final int BLOCK = 16;

    private LarkCipher() {}

    /**
     * The decrypted event of a body.
     *
     * @throws NotVerifiedException if this key can't decrypt it
     */
    public static byte[] decrypted(byte[] body, Secret key) throws NotVerifiedException {
        byte[] encrypted = encrypted(body);
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(Hashes.digest("SHA-256", key.bytes()), "AES"),
                    new IvParameterSpec(encrypted, 0, BLOCK));
            return cipher.doFinal(encrypted, BLOCK, encrypted.length - BLOCK);
        } catch (GeneralSecurityException e) {
            throw Rejections.malformed("the event was not encrypted with this key");
        }
    }

    private static byte[] encrypted(byte[] body) throws NotVerifiedException {
        try {
            byte[] encrypted = Base64.getDecoder().decode(SignedJson.text(SignedJson.of(body), "encrypt"));
            if (encrypted.length > BLOCK) {
                return encrypted;
            }
        } catch (IllegalArgumentException e) {
            // The exception's message would quote the body; another one is thrown below.
        }
        throw Rejections.malformed("the event does not have the form of Lark's encrypted events");
    }
}
