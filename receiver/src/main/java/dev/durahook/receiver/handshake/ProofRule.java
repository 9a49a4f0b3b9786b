package dev.durahook.receiver.handshake;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.provider.body.BraintreeChallenge;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.signature.Algorithm;
import dev.durahook.receiver.signature.Encoding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a challenge is signed, to prove to the provider that the receiver has the secret.
 *
 * @param algorithm hmac-sha1, hmac-sha256, hmac-sha384 or hmac-sha512
 * @param encoding how the proof is written: hex, hex-upper, base64 or base64url
 * @param braintree whether to use Braintree's own form with two keys; algorithm and encoding have no effect then
 */
public record ProofRule(
        @DefaultValue("hmac-sha256") Algorithm algorithm,
        @DefaultValue("hex") Encoding encoding,
        @DefaultValue("false") boolean braintree) {

    /**
     * Checks the algorithm.
     *
     * @throws InvalidRuleException if the algorithm does not use a shared secret
     */
    public ProofRule {
        if (!algorithm.isShared()) {
            throw new InvalidRuleException(
                    "has an algorithm that does not use a shared secret: use one of hmac-sha1, hmac-sha256,"
                            + " hmac-sha384 and hmac-sha512");
        }
    }

    /** The challenge's signature. */
    String of(String challenge, Secret secret) {
        if (braintree) {
            return BraintreeChallenge.answer(challenge, secret).orElse("");
        }
        byte[] signature = algorithm.sign(secret, List.of(challenge.getBytes(StandardCharsets.UTF_8)));
        return new String(encoding.encode(signature), StandardCharsets.US_ASCII);
    }
}
