package dev.durahook.receiver.json;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.signature.RuleVerification;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.signature.TimestampRule;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verification;
import dev.durahook.workflows.json.JsonFields;
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
public record BodyTimestamp(Check signature, TimestampRule rule, String pointer, InstantSource clock) implements Check {

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
        Check signature = new RuleVerification(rule, secrets, clock);
        TimestampRule timestamp = rule.timestamp();
        String pointer = timestamp == null ? null : timestamp.pointer();
        return Verification.of(
                timestamp == null || pointer == null
                        ? signature
                        : new BodyTimestamp(signature, timestamp, pointer, clock));
    }

    @Override
    public int secretOf(Delivery delivery) throws NotVerifiedException {
        int secret = signature.secretOf(delivery);
        checkAge(delivery);
        return secret;
    }

    private void checkAge(Delivery genuine) throws NotVerifiedException {
        JsonFields fields = JsonFields.read(genuine.body(), Set.of(pointer))
                .orElseThrow(() -> new NotVerifiedException(
                        Rejection.SIGNATURE_MALFORMED,
                        "the body is not JSON, or has more than one timestamp at " + pointer));
        String written = fields.at(pointer)
                .orElseThrow(() -> new NotVerifiedException(
                        Rejection.TIMESTAMP_MISSING, "the body has no text or integer at " + pointer));
        rule.checkAge(written, clock.instant());
    }
}
