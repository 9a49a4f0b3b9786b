package dev.durahook.receiver.json;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.signature.TimestampRule;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.receiver.verification.Verification;
import dev.durahook.workflows.json.JsonFields;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the signature first, and then checks the age of a timestamp in the verified content. The content is parsed
 * only after its signature was verified.
 *
 * @param signature verifies the signature, and unpacks the content if the sender packs it
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
     * The same verification, which also checks the timestamp if the rule says that it is in the body.
     *
     * @param rule where the timestamp is; {@code null} if none is signed
     * @throws dev.durahook.receiver.configuration.InvalidRuleException if the timestamp's pointer is not valid
     */
    public static Verification after(Verification signature, @Nullable TimestampRule rule, InstantSource clock) {
        String pointer = rule == null ? null : rule.pointer();
        return rule == null || pointer == null ? signature : new BodyTimestamp(signature, rule, pointer, clock);
    }

    @Override
    public Verdict verify(Delivery delivery) {
        Verdict verdict = signature.verify(delivery);
        if (verdict instanceof Verified verified) {
            try {
                checkAge(verified.of(delivery));
            } catch (NotVerifiedException e) {
                return e.verdict();
            }
        }
        return verdict;
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
