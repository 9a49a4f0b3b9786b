package dev.durahook.receiver.source;

import dev.durahook.receiver.handshake.HandshakeRule;
import dev.durahook.receiver.handshake.Reply;
import dev.durahook.receiver.provider.Mechanism;
import dev.durahook.receiver.signature.InvalidRuleException;
import dev.durahook.receiver.signature.Secret;
import dev.durahook.receiver.signature.SignatureRule;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a provider signs and names its events: a row of {@code schemes.yml}, or the same words in a team's configuration.
 *
 * @param provider the provider's name
 * @param page the page of the provider's documentation that says so
 * @param signature how it signs; absent for the scheme none alone, and where there is a verifier
 * @param verifier the provider's own way of signing, where no words of a signature could say it
 * @param id where the event's id is; by default the same bytes are the same event
 * @param type where the event's type is
 * @param summary the line that the Web UI shows, with {type} and JSON pointers such as {/action} in place of values;
 *     a part in brackets is left out when one of its values is missing
 * @param redeliveryWindow how long after the event the provider may still send it again
 * @param form how the provider packs an event into a form, if it is told to send forms
 * @param events where the events are in a delivery that carries several; without it, a delivery is one event
 * @param success what the provider demands to be answered instead of 202 and 200
 * @param handshakes how the provider makes sure of an address before it sends events there
 * @param guide what a person should know who connects the provider
 */
public record Scheme(
        @DefaultValue("") String provider,
        @DefaultValue("") String page,
        @Nullable SignatureRule signature,
        @Nullable Mechanism verifier,
        @Nullable IdRule id,
        @Nullable TypeRule type,
        @DefaultValue("{type}") String summary,
        @Nullable Duration redeliveryWindow,
        @Nullable FormRule form,
        @Nullable EventsRule events,
        @Nullable Reply success,
        @DefaultValue List<HandshakeRule> handshakes,
        @Nullable Guide guide) {

    private static final String UNTYPED = "received";

    public Scheme {
        handshakes = List.copyOf(handshakes);
        if (signature != null && verifier != null) {
            throw new InvalidRuleException("has a signature and a verifier: say one of the two");
        }
        if (form != null && verifier != null) {
            throw new InvalidRuleException("has a form and a verifier, which reads forms by itself: remove the form");
        }
    }

    /** The same scheme with the places of id and type that a source declares for itself. */
    Scheme overriddenBy(@Nullable IdRule otherId, @Nullable TypeRule otherType) {
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
                guide);
    }

    /** Where the id is. */
    IdRule idRule() {
        return id == null ? IdRule.BODY_HASH : id;
    }

    /** Where the type is. */
    TypeRule typeRule() {
        return type == null ? new TypeRule(List.of(), List.of(), UNTYPED) : type;
    }

    /** The provider's page that lists its deliveries. */
    DeliveriesLink deliveriesLink() {
        return guide == null || guide.deliveries() == null
                ? DeliveriesLink.NONE
                : DeliveriesLink.of(guide.deliveries());
    }

    /** Whether anybody could have sent what it sends. */
    public boolean isUnsigned() {
        return signature == null && verifier == null;
    }

    /** The secret that a text of the configuration stands for. Not where the scheme is unsigned. */
    Secret secret(String text) {
        if (verifier != null) {
            return verifier.secret(text);
        }
        return Objects.requireNonNull(signature).secret(text);
    }

    /** The headers that carry its signature. */
    List<String> signingHeaders() {
        if (verifier != null) {
            return verifier.headers();
        }
        return signature == null ? List.of() : signature.header();
    }

    /** Whether it signs the URL, so that a source has to declare {@code public-url}. */
    public boolean signsUrl() {
        if (verifier != null) {
            return verifier.signsUrl();
        }
        return signature != null && signature.signsUrl();
    }

    /** Whether nobody but the holder of the secret can give an event its id. */
    public boolean isIdSigned() {
        List<String> header = idRule().header();
        if (idRule().eachDelivery()) {
            return false;
        }
        if (verifier != null) {
            return header.isEmpty() ? verifier.signsAll(idRule().pointers()) : verifier.signsHeaders();
        }
        if (signature == null) {
            return false;
        }
        return header.isEmpty() ? signature.signsBody() : signature.signsHeader(header);
    }
}
