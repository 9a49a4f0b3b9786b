package dev.durahook.signing.telephony;

import static dev.durahook.signing.signer.Digests.utf8;

import dev.durahook.signing.signer.Digests;
import dev.durahook.signing.signer.ProviderRequest;
import dev.durahook.signing.signer.Signer;
import dev.durahook.signing.signer.SortedForm;
import java.time.Instant;
import java.util.Optional;

/**
 * Signs the URL and the fields of a form. For any other body, the hash of the body is added to the URL. The signature
 * uses SHA-1, unless the header that names a shared key and its algorithm says otherwise.
 */
public final class TwilioSigner implements Signer {

    private static final String SETTINGS = "X-Twilio-Webhooks-Signature-Settings";

    @Override
    public ProviderRequest sign(ProviderRequest request, String secret, Instant now) {
        ProviderRequest sent = request.isForm() ? request : hashed(request);
        String content = sent.addressed()
                + (request.isForm() ? SortedForm.of(request.body()).distinct() : "");
        boolean isSha256 = request.headers().getOrDefault(SETTINGS, "").endsWith("algorithm=HMAC_SHA256");
        byte[] signature = Digests.hmac(isSha256 ? "HmacSHA256" : "HmacSHA1", utf8(secret), utf8(content));
        return sent.with("X-Twilio-Signature", Digests.base64(signature));
    }

    @Override
    public String mediaType() {
        return ProviderRequest.FORM;
    }

    @Override
    public Optional<String> event(String unique) {
        return Optional.of("CallStatus=ringing&CallSid=" + unique);
    }

    private static ProviderRequest hashed(ProviderRequest request) {
        String separator = request.query().isPresent() ? "&" : "?";
        return request.to(request.url() + separator + "bodySHA256=" + Digests.sha256(request.body()));
    }
}
