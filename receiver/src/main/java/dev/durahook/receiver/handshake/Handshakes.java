package dev.durahook.receiver.handshake;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.handshake.HandshakeResult.Refused;
import dev.durahook.receiver.keys.https.Fetch;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.receiver.verification.Verification;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The handshakes of one source. */
public final class Handshakes {

    /** For sources whose provider has no handshake. */
    public static final Handshakes NONE =
            new Handshakes(List.of(), List::of, secrets -> delivery -> Verified.WITHOUT_SIGNATURE);

    private final List<HandshakeStep> steps;
    private final Secrets secrets;
    private final Function<Secrets, Verification> verifications;
    private final List<String> methods;
    private final boolean encrypted;

    private Handshakes(List<HandshakeStep> steps, Secrets secrets, Function<Secrets, Verification> verifications) {
        this.steps = List.copyOf(steps);
        this.secrets = secrets;
        this.verifications = verifications;
        this.methods = methods(steps);
        this.encrypted = steps.stream().anyMatch(step -> step.rule().encrypted());
    }

    private static List<String> methods(List<HandshakeStep> steps) {
        return Stream.concat(
                        Stream.of(HandshakeMethod.POST),
                        steps.stream().map(step -> step.rule().method()))
                .distinct()
                .sorted()
                .map(HandshakeMethod::name)
                .toList();
    }

    /**
     * The handshakes of a source.
     *
     * @param rules the scheme's rules
     * @param settings the values that the source declares
     * @param secrets the secrets that sign challenges
     * @param verifications how the source verifies its deliveries with these or other secrets
     * @param fetch requests the address with which a provider wants to be confirmed
     */
    public static Handshakes of(
            List<HandshakeRule> rules,
            HandshakeSettings settings,
            Secrets secrets,
            Function<Secrets, Verification> verifications,
            Fetch fetch) {
        return new Handshakes(
                rules.stream()
                        .map(rule -> new HandshakeStep(rule, settings, fetch))
                        .toList(),
                secrets,
                verifications);
    }

    /** The HTTP methods of requests to the source, for deliveries and for handshakes. */
    public List<String> methods() {
        return methods;
    }

    /** Answers a request if it is a handshake that the provider does not sign; empty if it is another request. */
    public Optional<HandshakeResult> unsigned(String method, Delivery delivery) {
        return answer(method, opened(delivery), false, secrets);
    }

    private Delivery opened(Delivery delivery) {
        return encrypted && delivery.body().length <= HandshakeRequest.MAX_BODY
                ? EncryptedHandshake.opened(delivery, secrets.current())
                : delivery;
    }

    /**
     * Answers a verified request if it is a handshake; empty if it is not.
     *
     * @param sent the request as it was received, because the signed text is looked for there
     */
    public Optional<HandshakeResult> signed(Delivery sent, Verified verified) {
        return challengeAsDelivery(sent)
                .or(() -> answer(HandshakeMethod.POST.name(), verified.of(sent), true, () -> matching(sent, verified)));
    }

    private Optional<HandshakeResult> answer(String method, Delivery delivery, boolean signed, Secrets proving) {
        List<HandshakeStep> candidates = steps.stream()
                .filter(step -> step.rule().signed() == signed)
                .filter(step -> step.rule().method().name().equals(method))
                .toList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        HandshakeRequest request = HandshakeRequest.of(delivery, pointers(candidates));
        return candidates.stream()
                .filter(step -> step.rule().isBegunBy(request))
                .findFirst()
                .map(step -> answer(step, request, proving));
    }

    private HandshakeResult answer(HandshakeStep step, HandshakeRequest request, Secrets proving) {
        return step.rule().proof() != null && secrets.current().isEmpty()
                ? new Refused(Refusal.NO_VALID_SECRET, "no secret of the source is valid now")
                : step.answer(request, () -> secret(proving));
    }

    // A challenge of an unverified sender is answered with its signature, which must not be valid for a delivery.
    private Optional<HandshakeResult> challengeAsDelivery(Delivery delivery) {
        boolean could = steps.stream().anyMatch(step -> step.couldBeChallenge(delivery));
        return could
                ? Optional.of(new Refused(Refusal.CHALLENGE_AS_DELIVERY, "the signed text has the form of a challenge"))
                : Optional.empty();
    }

    private static Set<String> pointers(List<HandshakeStep> steps) {
        Set<String> pointers = new LinkedHashSet<>();
        steps.forEach(step -> pointers.addAll(step.rule().pointers()));
        return pointers;
    }

    // The first secret is the newest. One that verified the request may have expired since.
    private Secret secret(Secrets proving) {
        List<Secret> matching = proving.current();
        return matching.isEmpty() ? secrets.current().get(0) : matching.get(0);
    }

    // The former content of a secret's file has the same place as the new content. The sender may still have the former
    // secret, and would not believe a proof that is made with the new one.
    private List<Secret> matching(Delivery sent, Verified verified) {
        List<Secret> there = secrets.current().stream()
                .filter(secret -> secret.place() == verified.secret())
                .toList();
        return there.size() <= 1
                ? there
                : there.stream().filter(secret -> isMadeWith(secret, sent)).toList();
    }

    private boolean isMadeWith(Secret secret, Delivery sent) {
        return verifications.apply(() -> List.of(secret)).verify(sent) instanceof Verified;
    }
}
