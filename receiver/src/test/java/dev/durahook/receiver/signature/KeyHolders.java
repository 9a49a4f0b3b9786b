package dev.durahook.receiver.signature;

import static dev.durahook.receiver.signature.Digests.base64;
import static dev.durahook.receiver.signature.Digests.bytes;
import static dev.durahook.receiver.signature.Digests.hex;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The providers that sign with a private key and publish the public one. */
final class KeyHolders {

    private static final List<KeyPair> ED25519 = List.of(pair("Ed25519"), pair("Ed25519"));
    private static final List<KeyPair> P256 = List.of(pair("secp256r1"), pair("secp256r1"));

    private KeyHolders() {}

    static Stream<Sender> all() {
        return Stream.of(
                standardWebhooks("standard-webhooks-ed25519", "webhook"),
                standardWebhooks("svix-ed25519", "svix"),
                standardWebhooks("svix-ed25519", "webhook"),
                ed25519("discord", key -> hex(raw(key)), (key, now, body) -> hex(sign(key, bytes(now), body)))
                        .sending("X-Signature-Ed25519", "X-Signature-Timestamp")
                        .tolerating(11 * 60),
                ed25519(
                                "telnyx",
                                key -> base64(raw(key)),
                                (key, now, body) -> base64(sign(key, bytes(now + "|"), body)))
                        .sending("telnyx-signature-ed25519", "telnyx-timestamp"),
                new Holder(
                                "sendgrid",
                                P256,
                                key -> base64(spki(key)),
                                (key, now, body) -> base64(sign(key, bytes(now), body)))
                        .sending("X-Twilio-Email-Event-Webhook-Signature", "X-Twilio-Email-Event-Webhook-Timestamp")
                        .tolerating(25 * 3600));
    }

    private static Sender standardWebhooks(String scheme, String headers) {
        return ed25519(
                        scheme,
                        key -> "whpk_" + base64(raw(key)),
                        (key, now, body) -> base64(sign(key, bytes(Sender.ID + "." + now + "."), body)))
                .sending(
                        Map.of(
                                headers + "-id", "{id}",
                                headers + "-timestamp", "{timestamp}",
                                headers + "-signature", "v1,QUJD v1a,{signature}"),
                        headers + "-signature");
    }

    private static Holder ed25519(String scheme, Function<KeyPair, String> form, KeySigning signing) {
        return new Holder(scheme, ED25519, form, signing);
    }

    private static byte[] sign(KeyPair key, byte[]... parts) throws GeneralSecurityException {
        Signature signature =
                Signature.getInstance(key.getPrivate().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "Ed25519");
        signature.initSign(key.getPrivate());
        for (byte[] part : parts) {
            signature.update(part);
        }
        byte[] signed = signature.sign();
        // The length of DER varies. A signature without padding sometimes looks the same in both alphabets of Base64.
        return signed.length % 3 == 0 ? sign(key, parts) : signed;
    }

    private static byte[] spki(KeyPair key) {
        return key.getPublic().getEncoded();
    }

    /** The end of a SubjectPublicKeyInfo of Ed25519 is the key as RFC 8032 writes it. */
    private static byte[] raw(KeyPair key) {
        byte[] encoded = spki(key);
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    static KeyPair pair(String algorithm) {
        try {
            boolean isCurve = algorithm.equals("secp256r1");
            KeyPairGenerator generator = KeyPairGenerator.getInstance(isCurve ? "EC" : algorithm);
            if (isCurve) {
                generator.initialize(new java.security.spec.ECGenParameterSpec(algorithm));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The signature that a provider computes with its private key. */
    @FunctionalInterface
    private interface KeySigning {
        String sign(KeyPair key, String timestamp, byte[] body) throws Exception;
    }

    /** A provider whose headers are not known yet. */
    private record Holder(String scheme, List<KeyPair> keys, Function<KeyPair, String> form, KeySigning signing) {

        Sender sending(String signatureHeader, String timestampHeader) {
            return sending(Map.of(signatureHeader, "{signature}", timestampHeader, "{timestamp}"), signatureHeader);
        }

        Sender sending(Map<String, String> headers, String signatureHeader) {
            return new Sender(
                    "scheme: " + scheme,
                    form.apply(keys.get(0)),
                    form.apply(keys.get(1)),
                    signatureHeader,
                    headers,
                    300,
                    now -> String.valueOf(now.getEpochSecond()),
                    (secret, now, body) -> signing.sign(holder(secret), now, body));
        }

        private KeyPair holder(String publicKey) {
            return keys.stream()
                    .filter(key -> form.apply(key).equals(publicKey))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
