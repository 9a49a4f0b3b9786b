package dev.durahook.testing.provider;

import java.time.Instant;
import java.util.Optional;

/** Signs the URL with its parameters sorted, the fields of the form sorted, and a nonce. */
final class PlivoV3 implements Signer {

    @Override
    public Request sign(Request request, String secret, Instant now) {
        if (!request.isForm()) {
            throw new IllegalArgumentException("Plivo signs the fields of a form: send one, as " + Request.FORM);
        }
        String nonce = Nonce.digits();
        byte[] signature = Digests.hmacSha256(secret, signed(request) + "." + nonce);
        return request.with("X-Plivo-Signature-V3", Digests.base64(signature))
                .with("X-Plivo-Signature-V3-Nonce", nonce);
    }

    @Override
    public String mediaType() {
        return Request.FORM;
    }

    @Override
    public Optional<String> event(String unique) {
        return Optional.of("CallStatus=ringing&CallUUID=" + unique);
    }

    private static String signed(Request request) {
        String query =
                request.query().map(text -> Form.of(text).sorted("=", "&")).orElse("");
        String parameters = query.isEmpty() ? "?" : "?" + query + ".";
        return request.address() + parameters + Form.of(request.body()).sorted("", "");
    }
}
