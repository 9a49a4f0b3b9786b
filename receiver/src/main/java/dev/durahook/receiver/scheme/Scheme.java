package dev.durahook.receiver.scheme;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.extraction.EventsRule;
import dev.durahook.receiver.handshake.HandshakeRule;
import dev.durahook.receiver.handshake.Reply;
import dev.durahook.receiver.identity.DeliveriesLink;
import dev.durahook.receiver.identity.EventIdentifier;
import dev.durahook.receiver.identity.FairnessKey;
import dev.durahook.receiver.identity.IdRule;
import dev.durahook.receiver.identity.TypeRule;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.signing.FormRule;
import dev.durahook.receiver.signing.SigningMethod;
import dev.durahook.receiver.verifier.Verifier;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a provider signs its deliveries and identifies its events: a row of {@code schemes.yml}, or the same keys in a
 * team's configuration.
 *
 * @param provider the provider's name
 * @param page the page of the provider's documentation that describes the scheme
 * @param signature the signature rule; absent for the scheme none, and if there is a verifier
 * @param verifier the name of the class that verifies deliveries, if a signature rule can't describe the scheme: a
 *     verifier of the catalogue, or a bean of the application
 * @param id what identifies an event; if absent, each source of the scheme has to declare it
 * @param type where the event's type is
 * @param summary the line that the Web UI shows; {type} and JSON pointers such as {/action} are replaced by their
 *     values, and a part in brackets is left out if one of its values is missing
 * @param redeliveryWindow how long after an event the provider may deliver it again
 * @param form how the provider wraps an event in a form, if it is configured to send forms
 * @param events where the events are in a delivery that contains several; if absent, a delivery is one event
 * @param success the response that the provider requires instead of 202 and 200
 * @param handshakes how the provider confirms a URL before it sends events to it
 * @param guide information for people who connect the provider
 * @param headers further headers to store with the event, because the body lacks their values, such as the shop's name;
 *     the headers of id and type are always stored
 * @param publicSecrets secrets that the provider publishes, for example because it signs test events with them; a
 *     source must not have one of them as a secret, because then anyone could sign its events
 */
public record Scheme(
        @DefaultValue("") String provider,
        @DefaultValue("") String page,
        @Nullable SignatureRule signature,
        @Nullable Verifier verifier,
        @Nullable IdRule id,
        @Nullable TypeRule type,
        @DefaultValue("{type}") String summary,
        @Nullable Duration redeliveryWindow,
        @Nullable FormRule form,
        @Nullable EventsRule events,
        @Nullable Reply success,
        @DefaultValue List<HandshakeRule> handshakes,
        @Nullable SetupGuide guide,
        @DefaultValue List<String> headers,
        @DefaultValue List<String> publicSecrets) {

    private static final String UNTYPED = "received";

    /**
     * Checks how the provider signs.
     *
     * @throws InvalidRuleException if there is a verifier and also a signature or a form
     */
    public Scheme {
        handshakes = List.copyOf(handshakes);
        headers = List.copyOf(headers);
        publicSecrets = List.copyOf(publicSecrets);
        SigningMethod.of(signature, verifier, form);
    }

    /** How the provider signs. Everything that depends on it asks this method's result. */
    public SigningMethod signing() {
        return SigningMethod.of(signature, verifier, form);
    }

    /** The same scheme with the rules for id and type that a source declares. */
    public Scheme overriddenBy(@Nullable IdRule otherId, @Nullable TypeRule otherType) {
        return new Scheme(
                provider,
                page,
                signature,
                verifier,
                otherId == null ? id : otherId,
                otherType == null ? type : otherType,
                summary,
                redeliveryWindow,
                form,
                events,
                success,
                handshakes,
                guide,
                headers,
                publicSecrets);
    }

    /**
     * Reads a configured secret in the provider's form. Must not be called if the scheme is unsigned.
     *
     * @throws InvalidRuleException if the text is not a valid secret, or is public; the message does not quote it
     */
    public Secret secret(String text) {
        SigningMethod signing = signing();
        Secret read = signing.secret(text);
        if (publicSecrets.stream().map(other -> publicSecret(signing, other)).anyMatch(read::hasSameKeyAs)) {
            throw new InvalidRuleException(
                    "is a secret that " + (provider.isEmpty() ? "the sender" : provider)
                            + " publishes for tests, with which anyone could send you events: use the secret of your own webhook");
        }
        return read;
    }

    private static Secret publicSecret(SigningMethod signing, String text) {
        try {
            return signing.secret(text);
        } catch (InvalidRuleException e) {
            throw new InvalidRuleException(
                    "can't be compared with one of the scheme's public-secrets, which " + e.problem());
        }
    }

    /**
     * The rule for the id of an event.
     *
     * @throws NullPointerException if neither the scheme nor the source declares it
     */
    public IdRule idRule() {
        return Objects.requireNonNull(id, "the source has to declare an id");
    }

    /** The rule for the type of an event; without such a rule, all events have the same type. */
    public TypeRule typeRule() {
        return type == null ? TypeRule.always(UNTYPED) : type;
    }

    /** The JSON pointers to the values around an event; empty if a delivery is one event. */
    public List<String> envelope() {
        return events == null ? List.of() : events.envelope();
    }

    private DeliveriesLink deliveriesLink() {
        return guide == null || guide.deliveries() == null
                ? DeliveriesLink.NONE
                : DeliveriesLink.of(guide.deliveries());
    }

    /** The headers that carry the signature. */
    public List<String> signingHeaders() {
        return signing().headers().stream().flatMap(List::stream).toList();
    }

    /** Whether an event's id is signed, so that an attacker can't change it. */
    public boolean isIdSigned() {
        return isIdSigned(idRule());
    }

    /**
     * Whether an id by one of the scheme's rules is signed. A hash covers the type as well if a header carries the type.
     *
     * @param rule the rule, or one of the rules under otherwise
     */
    public boolean isIdSigned(IdRule rule) {
        return rule.isSignedBy(signing())
                && (!rule.bodyHash()
                        || typeRule().inOrder().stream()
                                .map(TypeRule::header)
                                .allMatch(
                                        header -> header.isEmpty() || signing().signsHeader(header)));
    }

    /**
     * Determines the ID, type, summary and fairness key of a source's events.
     *
     * @param source the source's name
     * @param fairness the fairness key that the source declares
     */
    public EventIdentifier identifier(String source, FairnessKey fairness) {
        return new EventIdentifier(source, idRule(), typeRule(), summary, deliveriesLink(), envelope(), fairness);
    }
}
