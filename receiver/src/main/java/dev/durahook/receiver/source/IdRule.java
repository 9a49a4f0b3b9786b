package dev.durahook.receiver.source;

import dev.durahook.receiver.signature.InvalidRuleException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What names an event. One of header, pointer, parts, body-hash and each-delivery; and, where not every delivery has it,
 * what names the others under otherwise. The order to look for is in docs/decisions: an id that is signed, an id that is
 * not, each delivery where bodies can repeat, the body's hash where the body says which event it is.
 *
 * @param header the header that carries the id; of several names the first that was sent counts
 * @param pointer where the id is in a JSON body, as a JSON pointer such as /id; several where it takes several values
 *     together to name an event
 * @param parts several values that name an event together: each the name of a header or a JSON pointer
 * @param optional further parts of an id in pointer or parts, which not every event has
 * @param bodyHash whether the same bytes are the same event; bytes and type, where a header carries the type
 * @param namedBy with body-hash, what makes the bytes of two events differ, such as /created_at: headers, whose values are
 *     hashed too, or JSON pointers. The hash is the id only where a delivery has one of them
 * @param eachDelivery whether every delivery is an event of its own, for senders that give no id and send the same bytes
 *     for different events. What such a sender sends again, because it saw no answer, is processed again
 * @param otherwise what names an event that has none of that, in the order to try. Without it, its delivery does
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

    /** The same bytes are the same event. */
    public static final IdRule BODY_HASH =
            new IdRule(List.of(), List.of(), List.of(), List.of(), true, List.of(), false, List.of());

    public IdRule {
        header = List.copyOf(header);
        pointer = List.copyOf(pointer);
        parts = List.copyOf(parts);
        optional = List.copyOf(optional);
        namedBy = List.copyOf(namedBy);
        otherwise = List.copyOf(otherwise);
        checkPlaces(Stream.of(!header.isEmpty(), !pointer.isEmpty(), !parts.isEmpty(), bodyHash, eachDelivery));
        if (pointer.isEmpty() && parts.isEmpty() && !optional.isEmpty()) {
            throw new InvalidRuleException("has an optional part and neither pointer nor parts, to which it belongs");
        }
        if (!bodyHash && !namedBy.isEmpty()) {
            throw new InvalidRuleException("has a named-by without body-hash: true, to which it belongs");
        }
        checkOtherwise(eachDelivery || (bodyHash && namedBy.isEmpty()), otherwise);
        pointer.forEach(IdPart::at);
        Stream.of(header, parts, optional, namedBy).flatMap(List::stream).forEach(IdPart::of);
    }

    private static void checkPlaces(Stream<Boolean> places) {
        if (places.filter(declared -> declared).count() != 1) {
            throw new InvalidRuleException(
                    "must say one of header, pointer, parts, body-hash: true and each-delivery: true");
        }
    }

    private static void checkOtherwise(boolean namesAll, List<IdRule> otherwise) {
        if (namesAll && !otherwise.isEmpty()) {
            throw new InvalidRuleException("has an otherwise that no event gets to: all are named before");
        }
        if (otherwise.stream().anyMatch(rule -> !rule.otherwise().isEmpty())) {
            throw new InvalidRuleException("has an otherwise inside of otherwise: write one list, in the order to try");
        }
    }

    /** This rule and those that are tried after it, in their order. */
    List<IdRule> inOrder() {
        return Stream.concat(Stream.of(this), otherwise.stream()).toList();
    }

    /** The values that together are the id; none where a hash or the delivery is. */
    List<IdPart> required() {
        if (!header.isEmpty()) {
            return List.of(IdPart.inHeader(header));
        }
        return Stream.concat(pointer.stream().map(IdPart::at), parts.stream().map(IdPart::of))
                .toList();
    }

    /** Further values of the id. */
    List<IdPart> further() {
        return optional.stream().map(IdPart::of).toList();
    }

    /** Of what one value has to be there before the body's hash is the id. */
    List<IdPart> naming() {
        return namedBy.stream().map(IdPart::of).toList();
    }

    /** Every value that it reads, but for what is tried after it. */
    Stream<IdPart> values() {
        return Stream.of(required(), further(), naming()).flatMap(List::stream);
    }

    /** Every pointer into the body that it follows, and those of what is tried after it. */
    List<String> pointers() {
        return all().map(IdPart::pointer).filter(Objects::nonNull).toList();
    }

    /** Every header that it reads, and those of what is tried after it. */
    List<String> headers() {
        return all().map(IdPart::header).flatMap(List::stream).toList();
    }

    private Stream<IdPart> all() {
        return inOrder().stream().flatMap(IdRule::values);
    }
}
