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
 * @param id what names an event; without it, a source of the scheme has to declare it
 * @param type where the event's type is
 * @param summary the line that the Web UI shows, with {type} and JSON pointers such as {/action} in place of values;
 *     a part in brackets is left out when one of its values is missing
 * @param redeliveryWindow how long after the event the provider may still send it again
 * @param form how the provider packs an event into a form, if it is told to send forms
 * @param events where the events are in a delivery that carries several; without it, a delivery is one event
 * @param success what the provider demands to be answered instead of 202 and 200
 * @param handshakes how the provider makes sure of an address before it sends events there
 * @param guide what a person should know who connects the provider
 * @param headers the provider's headers that say of an event what its body does not, such as the shop it is of: they
 *     travel with it, beside those of id and type
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
        @Nullable Guide guide,
        @DefaultValue List<String> headers) {

    private static final String UNTYPED = "received";

    public Scheme {
        handshakes = List.copyOf(handshakes);
        headers = List.copyOf(headers);
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
                guide,
                headers);
    }

    /** What names an event; not for a scheme that leaves it to its sources. */
    IdRule idRule() {
        return Objects.requireNonNull(id, "the source has to declare an id");
    }

    /** Where the type is. */
    TypeRule typeRule() {
        return type == null ? TypeRule.always(UNTYPED) : type;
    }

    /** The pointers to what is said around an event. */
    List<String> envelope() {
        return events == null ? List.of() : events.envelope();
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

    /** Whether somebody who has seen a delivery can sign it with something appended. */
    boolean isExtendable() {
        return signature != null && signature.isExtendable();
    }

    /** Whether nobody but the holder of the secret can give an event its id. */
    public boolean isIdSigned() {
        return signs(idRule());
    }

    /** The same of one of the ways to name an event. */
    boolean signs(IdRule way) {
        boolean isInBody = way.bodyHash() || way.values().anyMatch(IdPart::isInBody);
        List<List<String>> inHeaders = way.values()
                .filter(part -> !part.isInBody())
                .map(IdPart::header)
                .toList();
        return !way.eachDelivery() && (!isInBody || signsBody(way)) && (inHeaders.isEmpty() || signsAll(inHeaders));
    }

    private boolean signsBody(IdRule way) {
        List<String> pointers =
                way.values().map(IdPart::pointer).filter(Objects::nonNull).toList();
        return verifier != null ? verifier.signsAll(pointers) : signature != null && signature.signsBody();
    }

    private boolean signsAll(List<List<String>> headers) {
        return verifier != null
                ? verifier.signsHeaders()
                : signature != null && headers.stream().allMatch(signature::signsHeader);
    }
}
