package dev.durahook.signing.rule;

import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.signing.signer.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/** Computes signatures with the JDK alone, and encodes them. */
final class Signatures {

    private Signatures() {}

    /**
     * Signs a content.
     *
     * @param secret the secret with which the provider signs, as its dashboard shows it
     */
    static byte[] sign(SignatureRule rule, String secret, byte[] content) {
        return switch (rule.algorithm()) {
            case HMAC_SHA1 -> Digests.hmac("HmacSHA1", SigningKeys.shared(secret, rule), content);
            case HMAC_SHA256 -> Digests.hmac("HmacSHA256", SigningKeys.shared(secret, rule), content);
            case HMAC_SHA384 -> Digests.hmac("HmacSHA384", SigningKeys.shared(secret, rule), content);
            case HMAC_SHA512 -> Digests.hmac("HmacSHA512", SigningKeys.shared(secret, rule), content);
            case SHA256 -> Digests.hash("SHA-256", content);
            case EQUAL -> content;
            case ED25519 -> Digests.signature("Ed25519", SigningKeys.secret(secret, "Ed25519"), content);
            case ECDSA_P256_SHA256 -> Digests.signature("SHA256withECDSA", SigningKeys.secret(secret, "EC"), content);
        };
    }

    static String text(byte[] signature, SignatureRule rule) {
        return switch (rule.encoding()) {
            case HEX -> HexFormat.of().formatHex(signature);
            case HEX_UPPER -> HexFormat.of().withUpperCase().formatHex(signature);
            case BASE64 -> Base64.getEncoder().encodeToString(signature);
            case BASE64URL -> Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
            case TEXT -> new String(signature, StandardCharsets.ISO_8859_1);
        };
    }
}
