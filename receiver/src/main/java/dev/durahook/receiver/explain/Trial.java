package dev.durahook.receiver.explain;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.signature.InvalidRuleException;
import dev.durahook.receiver.signature.Secret;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.signature.SignatureVerifier;
import dev.durahook.receiver.signature.Verdict.Verified;
import dev.durahook.receiver.source.OpenSecret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Whether a delivery would be genuine if one thing were otherwise. Its answer is yes or no: what was expected is never
 * shown, because whoever reads it could sign.
 *
 * @param cause what that thing is
 * @param difference the same in words, of this case
 * @param rule the rule to verify by; how old the timestamp is does not count
 * @param secret the secret to verify with
 * @param delivery the delivery to verify
 */
record Trial(Cause cause, String difference, SignatureRule rule, OpenSecret secret, Delivery delivery) {

    private static final Duration ANY_AGE = Duration.ofDays(100_000);

    boolean passes() {
        try {
            Secret key = rule.secret(secret.text());
            SignatureRule patient = rule.timestamp() == null ? rule : rule.tolerating(ANY_AGE);
            return new SignatureVerifier(patient, () -> List.of(key), InstantSource.system()).verify(delivery)
                    instanceof Verified;
        } catch (InvalidRuleException e) {
            return false;
        }
    }
}
