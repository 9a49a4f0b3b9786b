package dev.durahook.receiver.identity;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.signing.SigningMethod;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A rule for the id of an event: one of header, pointer, parts, body-hash and each-delivery, and under otherwise the
 * rules for events without it. docs/decisions explains the order of preference: a signed id, an unsigned id, each
 * delivery if bodies can repeat, and the body's hash if the body itself identifies the event.
 *
 * @param header the header that carries the id; of several names, the first that was sent is used
 * @param pointer where the id is in a JSON body, as a JSON pointer such as /id; several pointers if several values
 *     together identify an event
 * @param parts several values that together identify an event: each is the name of a header or a JSON pointer
 * @param optional further parts of an id in pointer or parts, which some events lack
 * @param bodyHash whether deliveries with the same bytes are the same event; if a header carries the type, the same
 *     bytes and type
 * @param namedBy with body-hash: the headers or JSON pointers, such as /created_at, that make the bytes of two events
 *     differ. Header values are part of the hash. The hash is the id only if a delivery has at least one of these
 *     values
 * @param eachDelivery whether every delivery is a separate event, for senders that give no id and send the same bytes
 *     for different events. If such a sender delivers again because it saw no answer, the event is processed again
 * @param otherwise rules for events that lack these values, in the order to try. If none applies, each delivery is a
 *     separate event
 */
public record IdRule(
        @DefaultValue List<String> header,
        @DefaultValue List<String> pointer,
        @DefaultValue List<String> parts,
        @DefaultValue List<String> optional,
        @DefaultValue("false") boolean bodyHash,
        @DefaultValue List<String> namedBy,
        @DefaultValue("false") boolean eachDelivery,
        @DefaultValue List<IdRule> otherwise) {

    /** Deliveries with the same bytes are the same event. */
    public static final IdRule BODY_HASH =
            new IdRule(List.of(), List.of(), List.of(), List.of(), true, List.of(), false, List.of());

    /**
     * Checks the rule.
     *
     * @throws InvalidRuleException if the keys contradict one another, or a header or pointer is not valid
     */
    public IdRule {
        header = List.copyOf(header);
        pointer = List.copyOf(pointer);
        parts = List.copyOf(parts);
        optional = List.copyOf(optional);
        namedBy = List.copyOf(namedBy);
        otherwise = List.copyOf(otherwise);
        checkPlaces(Stream.of(!header.isEmpty(), !pointer.isEmpty(), !parts.isEmpty(), bodyHash, eachDelivery));
        if (pointer.isEmpty() && parts.isEmpty() && !optional.isEmpty()) {
            throw new InvalidRuleException(
                    "has the key optional without pointer or parts: add one of these, or remove optional");
        }
        if (!bodyHash && !namedBy.isEmpty()) {
            throw new InvalidRuleException(
                    "has the key named-by without body-hash: true: add body-hash, or remove named-by");
        }
        checkOtherwise(eachDelivery || (bodyHash && namedBy.isEmpty()), otherwise);
        pointer.forEach(IdPart::at);
        Stream.of(header, parts, optional, namedBy).flatMap(List::stream).forEach(IdPart::of);
    }

    private static void checkPlaces(Stream<Boolean> places) {
        if (places.filter(declared -> declared).count() != 1) {
            throw new InvalidRuleException(
                    "must have exactly one of header, pointer, parts, body-hash: true and each-delivery: true");
        }
    }

    private static void checkOtherwise(boolean namesAll, List<IdRule> otherwise) {
        if (namesAll && !otherwise.isEmpty()) {
            throw new InvalidRuleException(
                    "has a rule under otherwise that is never used, because the rule before it identifies every event:"
                            + " remove otherwise");
        }
        if (otherwise.stream().anyMatch(rule -> !rule.otherwise().isEmpty())) {
            throw new InvalidRuleException(
                    "has the key otherwise inside otherwise: write one list, in the order to try");
        }
    }

    /** This rule, followed by the rules under otherwise. */
    public List<IdRule> inOrder() {
        return Stream.concat(Stream.of(this), otherwise.stream()).toList();
    }

    /** The values that together are the id; empty if the id is a hash or each delivery is an event. */
    public List<IdPart> required() {
        if (!header.isEmpty()) {
            return List.of(IdPart.inHeader(header));
        }
        return Stream.concat(pointer.stream().map(IdPart::at), parts.stream().map(IdPart::of))
                .toList();
    }

    /** The optional values of the id. */
    public List<IdPart> further() {
        return optional.stream().map(IdPart::of).toList();
    }

    /** The values of which at least one must be present for the body's hash to be the id. */
    public List<IdPart> naming() {
        return namedBy.stream().map(IdPart::of).toList();
    }

    /** All values that this rule reads, without the rules under otherwise. */
    Stream<IdPart> values() {
        return Stream.of(required(), further(), naming()).flatMap(List::stream);
    }

    /** The pointers into the body of this rule and of the rules under otherwise. */
    List<String> pointers() {
        return all().map(IdPart::pointer).filter(Objects::nonNull).toList();
    }

    /** The headers that this rule and the rules under otherwise read. */
    public List<String> headers() {
        return all().map(IdPart::header).flatMap(List::stream).toList();
    }

    /**
     * Whether all values that this rule reads are signed. The rules under otherwise do not count.
     *
     * @param signing how the sender signs
     */
    public boolean isSignedBy(SigningMethod signing) {
        List<IdPart> parts = values().toList();
        boolean isInBody = bodyHash || parts.stream().anyMatch(IdPart::isInBody);
        List<String> pointers =
                parts.stream().map(IdPart::pointer).filter(Objects::nonNull).toList();
        return !eachDelivery
                && (!isInBody || signing.signsBody(pointers))
                && parts.stream()
                        .filter(part -> !part.isInBody())
                        .map(IdPart::header)
                        .allMatch(signing::signsHeader);
    }

    private Stream<IdPart> all() {
        return inOrder().stream().flatMap(IdRule::values);
    }
}
