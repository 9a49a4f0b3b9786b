package dev.durahook.receiver.handshake;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.handshake.HandshakeResult.Answered;
import dev.durahook.receiver.handshake.HandshakeResult.Echo;
import dev.durahook.receiver.handshake.HandshakeResult.Refused;
import dev.durahook.receiver.keys.https.Fetch;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.secret.Secrets;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A step of a source's handshake.
 *
 * @param rule how the step works
 * @param settings the values that the source declares
 * @param fetch requests the address with which a provider wants to be confirmed
 */
record HandshakeStep(HandshakeRule rule, HandshakeSettings settings, Fetch fetch) {

    /**
     * Challenges that may be repeated to an unverified sender. Characters with a meaning in HTML, JSON or headers are
     * not allowed.
     */
    private static final Pattern REPEATABLE = Pattern.compile("[A-Za-z0-9 ._~+/=:,@!()-]{1,512}");

    /**
     * Answers the request.
     *
     * @param secret the secret that signs the challenge, if a proof is required
     */
    HandshakeResult answer(HandshakeRequest request, Supplier<Secret> secret) {
        Optional<Refused> refusal = wrongToken(request).or(() -> wrongTopic(request));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        RequestField challenge = rule.challenge();
        String value = challenge == null ? "" : challenge.in(request).orElse("");
        if (challenge != null && !isChallenge(challenge, value)) {
            return new Refused(Refusal.CHALLENGE_MALFORMED, "the challenge does not have the provider's form");
        }
        return notConfirmed(request).<HandshakeResult>map(refused -> refused).orElseGet(() -> answered(value, secret));
    }

    /** Whether the text that a delivery signs looks like a challenge that this step would sign. */
    boolean couldBeChallenge(Delivery delivery) {
        RequestField text = rule.signedText();
        RequestField challenge = rule.challenge();
        return text != null
                && challenge != null
                && text.all(HandshakeRequest.of(delivery, Set.of())).stream()
                        .anyMatch(value -> isChallenge(challenge, value));
    }

    private static boolean isChallenge(RequestField challenge, String value) {
        return REPEATABLE.matcher(value).matches() && challenge.fits(value);
    }

    private Optional<Refused> wrongToken(HandshakeRequest request) {
        RequestField token = rule.token();
        if (token == null) {
            return Optional.empty();
        }
        Secrets declared = settings.verifyToken();
        if (declared == null) {
            return refused(
                    Refusal.VERIFY_TOKEN_UNDECLARED, settings.sourceKey() + ".verify-token is missing: declare it");
        }
        List<Secret> valid = declared.current();
        if (valid.isEmpty()) {
            return refused(Refusal.NO_VALID_SECRET, settings.sourceKey() + ".verify-token is not valid now");
        }
        boolean matches = token.in(request)
                .filter(text -> valid.stream().anyMatch(one -> one.isWrittenAs(text)))
                .isPresent();
        return matches
                ? Optional.empty()
                : refused(Refusal.VERIFY_TOKEN_MISMATCH, "the token differs from the verify-token");
    }

    private Optional<Refused> wrongTopic(HandshakeRequest request) {
        RequestField topic = rule.topic();
        if (topic == null || (rule.anyTopic() && settings.topics().isEmpty())) {
            return Optional.empty();
        }
        boolean declared = topic.in(request).filter(settings.topics()::contains).isPresent();
        String detail = "the topic is " + (declared ? "" : "not ") + "one of " + settings.sourceKey() + ".topics";
        return declared == rule.topicDeclared() ? Optional.empty() : refused(Refusal.TOPIC_UNEXPECTED, detail);
    }

    private Optional<Refused> notConfirmed(HandshakeRequest request) {
        VisitRule visit = rule.visit();
        if (visit == null) {
            return Optional.empty();
        }
        Optional<URI> address = visit.address(request);
        if (address.isEmpty()) {
            return refused(
                    Refusal.ADDRESS_NOT_ALLOWED, "the address for the confirmation is not one of the provider's");
        }
        try {
            fetch.of(address.get(), null);
            return Optional.empty();
        } catch (IOException e) {
            // The address is left out, because with it anyone could confirm.
            return refused(
                    Refusal.NOT_CONFIRMED,
                    "the address for the confirmation could not be requested: " + e.getMessage());
        }
    }

    private Answered answered(String challenge, Supplier<Secret> secret) {
        String proof = rule.proof() == null ? "" : rule.proof().of(challenge, secret.get());
        return new Answered(rule.step(), echo(challenge), rule.answer().filledWith(challenge, proof));
    }

    private @Nullable Echo echo(String challenge) {
        return rule.echo() == null ? null : new Echo(rule.echo(), challenge);
    }

    private static Optional<Refused> refused(Refusal reason, String detail) {
        return Optional.of(new Refused(reason, detail));
    }
}
