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
 * How a provider signs its deliveries and identifies its events: a row of {@code schemes.yml}, or the same keys in a
 * team's configuration.
 *
 * @param provider the provider's name
 * @param page the page of the provider's documentation that describes the scheme
 * @param signature the signature rule; absent for the scheme none, and if there is a verifier
 * @param verifier the class that verifies deliveries, if a signature rule can't describe the scheme
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
        @Nullable SetupGuide guide,
        @DefaultValue List<String> headers) {

    private static final String UNTYPED = "received";

    public Scheme {
        handshakes = List.copyOf(handshakes);
        headers = List.copyOf(headers);
        if (signature != null && verifier != null) {
            throw new InvalidRuleException("has a signature and a verifier: remove one of them");
        }
        if (form != null && verifier != null) {
            throw new InvalidRuleException(
                    "has a form and a verifier: remove the form, because the verifier reads forms itself");
        }
    }

    /** The same scheme with the rules for id and type that a source declares. */
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

    /**
     * What identifies an event.
     *
     * @throws NullPointerException if neither the scheme nor the source declares it
     */
    IdRule idRule() {
        return Objects.requireNonNull(id, "the source has to declare an id");
    }

    /** Where the type is. */
    TypeRule typeRule() {
        return type == null ? TypeRule.always(UNTYPED) : type;
    }

    /** The JSON pointers to values around an event. */
    List<String> envelope() {
        return events == null ? List.of() : events.envelope();
    }

    /** The link to the provider's page about its deliveries. */
    DeliveriesLink deliveriesLink() {
        return guide == null || guide.deliveries() == null
                ? DeliveriesLink.NONE
                : DeliveriesLink.of(guide.deliveries());
    }

    /** Whether deliveries have no signature, so that any sender could have sent them. */
    public boolean isUnsigned() {
        return signature == null && verifier == null;
    }

    /** Reads a configured secret. Must not be called if the scheme is unsigned. */
    Secret secret(String text) {
        if (verifier != null) {
            return verifier.secret(text);
        }
        return Objects.requireNonNull(signature).secret(text);
    }

    /** The headers that carry the signature. */
    List<String> signingHeaders() {
        if (verifier != null) {
            return verifier.headers();
        }
        return signature == null ? List.of() : signature.header();
    }

    /** Whether the URL is signed, so that the source has to declare {@code public-url}. */
    public boolean signsUrl() {
        if (verifier != null) {
            return verifier.signsUrl();
        }
        return signature != null && signature.signsUrl();
    }

    /** Whether an attacker who has captured a delivery can append to it and compute its new signature. */
    boolean isExtendable() {
        return signature != null && signature.isExtendable();
    }

    /** Whether an event's id is signed, so that an attacker can't change it. */
    public boolean isIdSigned() {
        return signs(idRule());
    }

    /** Whether the values that one rule reads are signed. */
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
        return verifier == null && signature != null && headers.stream().allMatch(signature::signsHeader);
    }
}
