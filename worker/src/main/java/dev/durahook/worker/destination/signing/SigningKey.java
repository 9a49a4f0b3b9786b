package dev.durahook.worker.destination.signing;

/** A key that makes one of the signatures in the Standard Webhooks header. No implementation shows its key. */
public interface SigningKey {

    /** Returns the signature with its version in front, such as {@code v1,K5oZ...}. */
    String sign(byte[] content);

    /**
     * Reads a secret in its text form: {@code whsk_} and an Ed25519 key in base64, or an HMAC key in base64 with or
     * without {@code whsec_}. The version of the signature may stand before either prefix, as in {@code v1,whsec_}.
     *
     * @throws dev.durahook.connection.secret.InvalidTextException if the text is not a valid secret; the message does
     *     not quote the text
     */
    static SigningKey of(String text) {
        String secret = text.replaceFirst("^v1a?,(?=whs(ec|k)_)", "");
        return secret.startsWith(Ed25519Key.PREFIX) ? Ed25519Key.of(secret) : HmacKey.of(secret);
    }
}
