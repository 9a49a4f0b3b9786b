package dev.durahook.worker.delivery;

/** Makes one signature of the Standard Webhooks header. No implementation shows its key. */
interface SigningKey {

    /** The signature with its version in front, such as {@code v1,K5oZ...}. */
    String sign(byte[] content);

    /**
     * Reads a secret as it is written down: {@code whsk_} and an Ed25519 key, or an HMAC key in base64 with or without
     * {@code whsec_}. The version of the signature may stand before either, as in {@code v1,whsec_}.
     *
     * @throws InvalidSecretException if it is none; the message does not quote it
     */
    static SigningKey of(String text) {
        String secret = text.replaceFirst("^v1a?,(?=whs(ec|k)_)", "");
        return secret.startsWith(Ed25519Key.PREFIX) ? Ed25519Key.of(secret) : HmacKey.of(secret);
    }
}
