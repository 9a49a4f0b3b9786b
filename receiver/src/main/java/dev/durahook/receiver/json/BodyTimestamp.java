package dev.durahook.receiver.json;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.signature.RuleVerification;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.signature.TimestampRule;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.receiver.verification.Verification;
import java.time.InstantSource;
import java.util.Set;

/**
 * Verifies the signature first, and then checks the age of a timestamp in the signed body. The body is parsed only
 * after its signature was verified.
 *
 * @param signature verifies the signature
 * @param rule how the timestamp is written, and how old it may be
 * @param pointer the JSON pointer to the timestamp
 * @param clock the current time
 */
public record BodyTimestamp(Verification signature, TimestampRule rule, String pointer, InstantSource clock)
        implements Verification {

    /**
     * Checks the pointer.
     *
     * @throws dev.durahook.receiver.configuration.InvalidRuleException if the pointer is not valid
     */
    public BodyTimestamp {
        Pointers.check(pointer);
    }

    /**
     * A verification for a rule whose timestamp is in a header, in the body or absent.
     *
     * @throws dev.durahook.receiver.configuration.InvalidRuleException if the timestamp's pointer is not valid
     */
    public static Verification of(SignatureRule rule, Secrets secrets, InstantSource clock) {
        Verification signature = new RuleVerification(rule, secrets, clock);
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
                ? Verification.of(genuine -> fresh(genuine, verified.secret())).verify(delivery)
                : verdict;
    }

    private int fresh(Delivery genuine, int secret) throws NotVerifiedException {
        JsonFields fields = JsonFields.read(genuine.body(), Set.of(pointer))
                .orElseThrow(() -> new NotVerifiedException(
                        Rejection.SIGNATURE_MALFORMED,
                        "the body is not JSON, or has more than one timestamp at " + pointer));
        String written = fields.at(pointer)
                .orElseThrow(() -> new NotVerifiedException(
                        Rejection.TIMESTAMP_MISSING, "the body has no text or integer at " + pointer));
        rule.checkAge(written, clock.instant());
        return secret;
    }
}
