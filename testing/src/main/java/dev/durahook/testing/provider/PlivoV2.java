package dev.durahook.testing.provider;

import java.time.Instant;
import java.util.Optional;

/** Signs the URL without its query, and a nonce. */
final class PlivoV2 implements Signer {

    @Override
    public Request sign(Request request, String secret, Instant now) {
        String nonce = Nonce.digits();
        byte[] signature = Digests.hmacSha256(secret, request.address() + nonce);
        return request.with("X-Plivo-Signature-V2", Digests.base64(signature))
                .with("X-Plivo-Signature-V2-Nonce", nonce);
    }

    @Override
    public String mediaType() {
        return Request.FORM;
    }

    @Override
    public Optional<String> event(String unique) {
        return Optional.of("Status=sent&MessageUUID=" + unique);
    }
}
