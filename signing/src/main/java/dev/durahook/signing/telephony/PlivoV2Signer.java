package dev.durahook.signing.telephony;

import dev.durahook.signing.signer.Digests;
import dev.durahook.signing.signer.Nonce;
import dev.durahook.signing.signer.ProviderRequest;
import dev.durahook.signing.signer.Signer;
import java.time.Instant;
import java.util.Optional;

/** Signs the URL without its query, and a nonce. */
public final class PlivoV2Signer implements Signer {

    @Override
    public ProviderRequest sign(ProviderRequest request, String secret, Instant now) {
        String nonce = Nonce.digits();
        byte[] signature = Digests.hmacSha256(secret, request.address() + nonce);
        return request.with("X-Plivo-Signature-V2", Digests.base64(signature))
                .with("X-Plivo-Signature-V2-Nonce", nonce);
    }

    @Override
    public String mediaType() {
        return ProviderRequest.FORM;
    }

    @Override
    public Optional<String> event(String unique) {
        return Optional.of("Status=sent&MessageUUID=" + unique);
    }
}
