package dev.durahook.receiver.provider.request;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.RequestUrl;
import dev.durahook.receiver.provider.content.Hashes;
import dev.durahook.receiver.provider.content.Rejections;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.signature.Algorithm;
import dev.durahook.receiver.signature.Encoding;
import dev.durahook.receiver.signature.HeaderElements;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verifier.VerifierInputs;
import java.util.List;

/**
 * Verifies Plivo's signature V2, over the URL without its query, and a nonce. The event itself is not signed.
 *
 * @param secrets the auth tokens
 */
record PlivoV2(Secrets secrets) implements Check {

    static final String HEADER = "X-Plivo-Signature-V2";
    static final String NONCE = "X-Plivo-Signature-V2-Nonce";

    PlivoV2(VerifierInputs inputs) {
        this(inputs.secrets());
    }

    @Override
    public int secretOf(Delivery delivery) throws NotVerifiedException {
        String sent = HeaderElements.single(delivery.headers(), HEADER);
        String nonce = HeaderElements.single(delivery.headers(), NONCE);
        Rejections.requireBody(delivery.body());
        List<byte[]> content = List.of(Hashes.utf8(described(delivery) + nonce));
        return secrets.matching(
                secret -> Hashes.same(sent, Encoding.BASE64.encode(Algorithm.HMAC_SHA256.sign(secret, content))));
    }

    /** The content that Plivo signs, without the nonce. */
    static String described(Delivery delivery) {
        return RequestUrl.of(delivery.url()).address();
    }
}
