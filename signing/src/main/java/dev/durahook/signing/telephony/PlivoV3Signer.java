package dev.durahook.signing.telephony;

import dev.durahook.signing.signer.Digests;
import dev.durahook.signing.signer.Nonce;
import dev.durahook.signing.signer.ProviderRequest;
import dev.durahook.signing.signer.Signer;
import dev.durahook.signing.signer.SortedForm;
import java.time.Instant;
import java.util.Optional;

/** Signs the URL with its parameters sorted, the fields of the form sorted, and a nonce. */
public final class PlivoV3Signer implements Signer {

    @Override
    public ProviderRequest sign(ProviderRequest request, String secret, Instant now) {
        if (!request.isForm()) {
            throw new IllegalArgumentException(
                    "Plivo signs the fields of a form: send one, as " + ProviderRequest.FORM);
        }
        String nonce = Nonce.digits();
        byte[] signature = Digests.hmacSha256(secret, signed(request) + "." + nonce);
        return request.with("X-Plivo-Signature-V3", Digests.base64(signature))
                .with("X-Plivo-Signature-V3-Nonce", nonce);
    }

    @Override
    public String mediaType() {
        return ProviderRequest.FORM;
    }

    @Override
    public Optional<String> event(String unique) {
        return Optional.of("CallStatus=ringing&CallUUID=" + unique);
    }

    private static String signed(ProviderRequest request) {
        String query = request.query()
                .map(text -> SortedForm.of(text).sorted("=", "&"))
                .orElse("");
        String parameters = query.isEmpty() ? "?" : "?" + query + ".";
        return request.address() + parameters + SortedForm.of(request.body()).sorted("", "");
    }
}
