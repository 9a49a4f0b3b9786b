package dev.durahook.receiver.signature;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a challenge is signed, to prove to the provider that we hold the secret.
 *
 * @param algorithm hmac-sha1, hmac-sha256, hmac-sha384 or hmac-sha512
 * @param encoding how the proof is written: hex, hex-upper, base64 or base64url
 */
@ConfigurationPropertiesSource
public record ProofRule(
        @DefaultValue("hmac-sha256") Algorithm algorithm,
        @DefaultValue("hex") Encoding encoding) {

    public ProofRule {
        if (!algorithm.isKeyed()) {
            throw new InvalidRuleException("has an algorithm that takes no secret: use one of hmac");
        }
    }

    /** The challenge's signature. */
    public String of(String challenge, Secret secret) {
        byte[] signature = algorithm.sign(secret, List.of(challenge.getBytes(StandardCharsets.UTF_8)));
        return new String(encoding.encode(signature), StandardCharsets.US_ASCII);
    }
}
