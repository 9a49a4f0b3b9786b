package dev.durahook.receiver.handshake;

import dev.durahook.receiver.signature.InvalidRuleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A step by which a provider makes sure of an address, and what it is to be answered.
 *
 * @param step what the provider calls it, for the log
 * @param method the HTTP method: GET, HEAD, OPTIONS or POST
 * @param when what tells it from a delivery; all of it has to be there
 * @param signed whether the provider signs it as it signs deliveries, so that it is verified first
 * @param encrypted whether the provider encrypts it as Lark does, with the source's secret
 * @param challenge what the provider wants to see again; without it, any answer will do
 * @param token where the source's verify-token is
 * @param topic where the topic is that the step is about
 * @param topicDeclared whether it has to be among the source's topics, or must not be
 * @param anyTopic whether every topic is one of a source's that declares none
 * @param proof how the challenge is signed for the answer, where that is demanded
 * @param signedText where a delivery carries the text that it signs; needed where the challenge of a stranger is signed,
 *     because a delivery whose text could be a challenge is then refused
 * @param visit an address that has to be visited to confirm
 * @param echo a header of the answer that repeats the challenge
 * @param answer the answer
 */
public record HandshakeRule(
        String step,
        @DefaultValue("post") HandshakeMethod method,
        @DefaultValue List<Field> when,
        @DefaultValue("true") boolean signed,
        @DefaultValue("false") boolean encrypted,
        @Nullable Field challenge,
        @Nullable Field token,
        @Nullable Field topic,
        @DefaultValue("true") boolean topicDeclared,
        @DefaultValue("false") boolean anyTopic,
        @Nullable ProofRule proof,
        @Nullable Field signedText,
        @Nullable VisitRule visit,
        @Nullable String echo,
        @DefaultValue Reply answer) {

    public HandshakeRule {
        when = List.copyOf(when);
        if (signed && method != HandshakeMethod.POST) {
            throw new InvalidRuleException(
                    "has a signed GET, HEAD or OPTIONS, which has no body to sign: say signed: false");
        }
        if (method == HandshakeMethod.POST && when.isEmpty() && challenge == null) {
            throw new InvalidRuleException("has nothing that tells the handshake from a delivery: say when");
        }
        if (encrypted && (signed || token == null)) {
            throw new InvalidRuleException("is encrypted: say signed: false, and where the token in it is");
        }
        if (proof != null && challenge == null) {
            throw new InvalidRuleException("has a proof of nothing: say where the challenge is");
        }
        if (proof != null && !signed && signedText == null) {
            throw new InvalidRuleException("signs what a stranger sends: say where deliveries carry their signed-text");
        }
        if (signedText != null && !signedText.body() && signedText.form() == null) {
            throw new InvalidRuleException("has a signed-text that is neither the body nor a field of its form");
        }
    }

    boolean isBegunBy(Question question) {
        return when.stream().allMatch(field -> field.isIn(question))
                && (challenge == null || challenge.in(question).isPresent());
    }

    /** The pointers that lead into the body of the handshake. */
    Set<String> pointers() {
        Stream<@Nullable Field> fields = Stream.of(challenge, token, topic, visit == null ? null : visit.url());
        return Stream.concat(when.stream(), fields)
                .filter(Objects::nonNull)
                .map(Field::pointer)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
