package dev.durahook.receiver.handshake;

import dev.durahook.receiver.configuration.InvalidRuleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A step with which a provider confirms a URL, and how to answer it.
 *
 * @param step the provider's name for the step, for the log
 * @param method the HTTP method: GET, HEAD, OPTIONS or POST
 * @param when the values that distinguish the step from a delivery; all of them must match
 * @param signed whether the provider signs the step like a delivery, so that it is verified first
 * @param encrypted whether the provider encrypts the step as Lark does, with the source's secret
 * @param challenge the place of the text that the answer must repeat; if absent, the provider accepts any answer
 * @param token where the source's verify-token is
 * @param topic the place of the topic to which the step refers
 * @param topicDeclared whether the topic must be one of the source's topics; if false, it must not be one of them
 * @param anyTopic whether a source without topics accepts every topic
 * @param proof how the challenge is signed for the answer, if that is required
 * @param signedText where a delivery carries the text that it signs; required if unsigned challenges are answered with
 *     a signature, because a delivery whose text could be a challenge must then be refused
 * @param visit an address that must be requested to confirm
 * @param echo a response header that repeats the challenge
 * @param answer the response
 */
public record HandshakeRule(
        @DefaultValue("") String step,
        @DefaultValue("post") HandshakeMethod method,
        @DefaultValue List<RequestField> when,
        @DefaultValue("true") boolean signed,
        @DefaultValue("false") boolean encrypted,
        @Nullable RequestField challenge,
        @Nullable RequestField token,
        @Nullable RequestField topic,
        @DefaultValue("true") boolean topicDeclared,
        @DefaultValue("false") boolean anyTopic,
        @Nullable ProofRule proof,
        @Nullable RequestField signedText,
        @Nullable VisitRule visit,
        @Nullable String echo,
        @DefaultValue Reply answer) {

    /**
     * Checks the rule.
     *
     * @throws InvalidRuleException if the step has no name, the keys contradict one another, or a delivery could be
     *     mistaken for the handshake
     */
    public HandshakeRule {
        when = List.copyOf(when);
        if (step.isBlank()) {
            throw new InvalidRuleException("has no step: add the provider's name for the step");
        }
        if (signed && method != HandshakeMethod.POST) {
            throw new InvalidRuleException("has a method without a body, which can't be signed: set signed: false");
        }
        if (method == HandshakeMethod.POST && when.isEmpty() && challenge == null) {
            throw new InvalidRuleException("does not distinguish the handshake from a delivery: add the key when");
        }
        if (encrypted && (signed || token == null)) {
            throw new InvalidRuleException("is encrypted: set signed: false, and add the key token");
        }
        if (proof != null && challenge == null) {
            throw new InvalidRuleException("has a proof, but no challenge: add the key challenge");
        }
        if (proof != null && !signed && signedText == null) {
            throw new InvalidRuleException(
                    "has a proof for a challenge that is not signed: add signed-text, to say where deliveries"
                            + " carry the text that they sign");
        }
        if (signedText != null && !signedText.body() && signedText.form() == null) {
            throw new InvalidRuleException("has a signed-text that is neither body nor form: use one of them");
        }
    }

    boolean isBegunBy(HandshakeRequest request) {
        return when.stream().allMatch(field -> field.isIn(request))
                && (challenge == null || challenge.in(request).isPresent());
    }

    /** The JSON pointers into the body. */
    Set<String> pointers() {
        Stream<@Nullable RequestField> fields = Stream.of(challenge, token, topic, visit == null ? null : visit.url());
        return Stream.concat(when.stream(), fields)
                .filter(Objects::nonNull)
                .map(RequestField::pointer)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
