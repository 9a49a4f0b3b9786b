package dev.durahook.receiver.signature;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Rejection;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/**
 * Verifies deliveries by a {@link SignatureRule}. A timestamp in the body is ignored here, because an unverified body
 * must not be parsed; {@link dev.durahook.receiver.json.BodyTimestamp} reads it afterwards.
 */
public final class RuleVerification implements Check {

    private final SignatureRule rule;
    private final SignedContent content;
    private final SignatureCheck check;
    private final Secrets secrets;
    private final InstantSource clock;

    /**
     * A verification for one source.
     *
     * @param rule how the provider signs
     * @param secrets the source's secrets
     * @param clock the current time, for the age of timestamps
     */
    public RuleVerification(SignatureRule rule, Secrets secrets, InstantSource clock) {
        this.rule = rule;
        this.content = new SignedContent(rule.content());
        this.check = rule.algorithm().check(rule.encoding());
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public int secretOf(Delivery delivery) throws NotVerifiedException {
        List<byte[]> candidates = candidates(delivery);
        String timestamp = timestamp(delivery);
        if (delivery.body().length == 0 && !rule.acceptEmptyBody()) {
            throw new NotVerifiedException(Rejection.BODY_EMPTY, "the body is empty");
        }
        return matchingSecret(delivery, timestamp, candidates);
    }

    private List<byte[]> candidates(Delivery delivery) throws NotVerifiedException {
        return rule.signatures(delivery.headers()).stream()
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }

    private String timestamp(Delivery delivery) throws NotVerifiedException {
        TimestampRule timestamp = rule.timestamp();
        return timestamp == null || timestamp.isInBody() ? "" : timestamp.read(delivery.headers(), clock.instant());
    }

    private int matchingSecret(Delivery delivery, String timestamp, List<byte[]> candidates)
            throws NotVerifiedException {
        List<Secret> current = secrets.currentOrThrow();
        return Secrets.firstMatching(
                        current, secret -> check.matches(candidates, secret, content.of(delivery, timestamp, secret)))
                .orElseThrow(() -> mismatch(candidates, current.size()))
                .place();
    }

    private NotVerifiedException mismatch(List<byte[]> candidates, int secretCount) {
        List<String> malformations = candidates.stream()
                .flatMap(candidate -> check.malformation(candidate).stream())
                .toList();
        return malformations.size() == candidates.size()
                ? new NotVerifiedException(malformed(), "the signature " + malformations.get(0))
                : new NotVerifiedException(
                        Rejection.SIGNATURE_MISMATCH,
                        candidates.size() + " signature(s) match none of " + secretCount + " secret(s)");
    }

    // The only malformation of a hash that can be recognised is its length.
    private Rejection malformed() {
        return rule.algorithm().isPublicKey() ? Rejection.SIGNATURE_MALFORMED : Rejection.SIGNATURE_LENGTH;
    }
}
