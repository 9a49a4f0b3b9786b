package dev.durahook.receiver.json;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.signature.NotVerifiedException;
import dev.durahook.receiver.signature.Rejection;
import dev.durahook.receiver.signature.Secrets;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.signature.SignatureVerifier;
import dev.durahook.receiver.signature.TimestampRule;
import dev.durahook.receiver.signature.Verdict;
import dev.durahook.receiver.signature.Verdict.Verified;
import dev.durahook.receiver.signature.Verifier;
import java.time.InstantSource;
import java.util.Set;

/**
 * Refuses a delivery whose signed body names a moment too far from now. The body is parsed only after its signature was
 * verified.
 *
 * @param signature verifies the body
 * @param rule how the timestamp is written, and how old it may be
 * @param pointer where it is in the body
 * @param clock tells what time it is
 */
public record BodyTimestamp(Verifier signature, TimestampRule rule, String pointer, InstantSource clock)
        implements Verifier {

    public BodyTimestamp {
        Pointers.check(pointer);
    }

    /**
     * The verifier of a rule, whose timestamp is in a header, in the body or nowhere.
     *
     * @throws dev.durahook.receiver.signature.InvalidRuleException if its pointer leads nowhere
     */
    public static Verifier verifier(SignatureRule rule, Secrets secrets, InstantSource clock) {
        Verifier signature = new SignatureVerifier(rule, secrets, clock);
        TimestampRule timestamp = rule.timestamp();
        String pointer = timestamp == null ? null : timestamp.pointer();
        return timestamp == null || pointer == null
                ? signature
                : new BodyTimestamp(signature, timestamp, pointer, clock);
    }

    @Override
    public Verdict verify(Delivery delivery) {
        Verdict verdict = signature.verify(delivery);
        return verdict instanceof Verified verified
                ? Verifier.of(genuine -> fresh(genuine, verified.secret())).verify(delivery)
                : verdict;
    }

    private int fresh(Delivery genuine, int secret) throws NotVerifiedException {
        JsonFields fields = JsonFields.read(genuine.body(), Set.of(pointer))
                .orElseThrow(() -> new NotVerifiedException(
                        Rejection.SIGNATURE_MALFORMED, "the body is not JSON with one timestamp at " + pointer));
        String written = fields.at(pointer)
                .orElseThrow(() -> new NotVerifiedException(
                        Rejection.TIMESTAMP_MISSING, "the body has neither text nor an integer at " + pointer));
        rule.checkAge(written, clock.instant());
        return secret;
    }
}
