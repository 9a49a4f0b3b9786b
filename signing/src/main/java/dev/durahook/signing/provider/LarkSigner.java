package dev.durahook.signing.provider;

import static dev.durahook.signing.signer.Digests.utf8;

import dev.durahook.signing.signer.Digests;
import dev.durahook.signing.signer.JsonBody;
import dev.durahook.signing.signer.Nonce;
import dev.durahook.signing.signer.ProviderRequest;
import dev.durahook.signing.signer.Signer;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts the event with the secret, and hashes the encrypted event together with the secret. */
final class LarkSigner implements Signer {

    private static final int BLOCK = 16;

    @Override
    public ProviderRequest sign(ProviderRequest request, String secret, Instant now) {
        String timestamp = String.valueOf(now.getEpochSecond());
        String nonce = Nonce.digits();
        String body = JsonBody.write(Map.of("encrypt", Digests.base64(encrypted(request.body(), secret))));
        return request.carrying(body)
                .with("X-Lark-Request-Timestamp", timestamp)
                .with("X-Lark-Request-Nonce", nonce)
                .with("X-Lark-Signature", Digests.sha256(utf8(timestamp + nonce + secret + body)));
    }

    private static byte[] encrypted(byte[] event, String secret) {
        byte[] start = Nonce.bytes(BLOCK);
        ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
        encrypted.writeBytes(start);
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            SecretKeySpec key = new SecretKeySpec(Digests.hash("SHA-256", utf8(secret)), "AES");
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(start));
            encrypted.writeBytes(cipher.doFinal(event));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("can't encrypt with AES", e);
        }
        return encrypted.toByteArray();
    }
}
