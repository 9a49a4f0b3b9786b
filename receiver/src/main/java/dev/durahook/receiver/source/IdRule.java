package dev.durahook.receiver.source;

import dev.durahook.receiver.json.Pointers;
import dev.durahook.receiver.signature.InvalidRuleException;
import dev.durahook.workflows.EventId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where an event's id is. Exactly one place, so that nobody who sends can choose between two.
 *
 * @param header the header that carries it; of several names the first that was sent counts
 * @param pointer where it is in a JSON body, as a JSON pointer such as /id; several where it takes several values
 *     together to name an event
 * @param optional further values that name an event together with those, where it has them
 * @param bodyHash whether the sender gives no id and the same bytes are the same event; bytes and type, where a header
 *     carries the type
 * @param eachDelivery whether every delivery is an event of its own, for senders that give no id and send the same bytes
 *     for different events. What such a sender sends again, because it saw no answer, is processed again
 */
public record IdRule(
        @DefaultValue List<String> header,
        @DefaultValue List<String> pointer,
        @DefaultValue List<String> optional,
        @DefaultValue("false") boolean bodyHash,
        @DefaultValue("false") boolean eachDelivery) {

    /** The same bytes are the same event. */
    public static final IdRule BODY_HASH = new IdRule(List.of(), List.of(), List.of(), true, false);

    public IdRule {
        header = List.copyOf(header);
        pointer = List.copyOf(pointer);
        optional = List.copyOf(optional);
        Stream<Boolean> places = Stream.of(!header.isEmpty(), !pointer.isEmpty(), bodyHash, eachDelivery);
        if (places.filter(declared -> declared).count() != 1) {
            throw new InvalidRuleException("must say one of header, pointer, body-hash: true and each-delivery: true");
        }
        if (pointer.isEmpty() && !optional.isEmpty()) {
            throw new InvalidRuleException("has an optional part and no pointer, without which it would be nothing");
        }
        pointer.forEach(Pointers::check);
        optional.forEach(Pointers::check);
    }

    /** Every pointer into the body that it follows. */
    List<String> pointers() {
        return Stream.concat(pointer.stream(), optional.stream()).toList();
    }

    /** The id that the provider gave the event, or nothing where it gives none. */
    Optional<String> read(Facts facts) throws UnidentifiedEventException {
        if (bodyHash) {
            return Optional.empty();
        }
        String id = eachDelivery ? UUID.randomUUID().toString() : joined(values(facts));
        if (!EventId.isProviderId(id)) {
            throw new UnidentifiedEventException("no event id: what stands in its place is no Unicode text");
        }
        return Optional.of(id);
    }

    // One that is missing leaves its place empty, so that no other takes it.
    private List<String> values(Facts facts) throws UnidentifiedEventException {
        Stream<String> further = optional.stream().map(at -> facts.at(at).orElse(""));
        return Stream.concat(facts.require("event id", header, pointer).stream(), further)
                .toList();
    }

    // Escaped, so that a:b + c and a + b:c are two events.
    private static String joined(List<String> values) {
        return values.size() == 1
                ? values.get(0)
                : values.stream()
                        .map(value -> value.replace("%", "%25").replace(":", "%3A"))
                        .collect(Collectors.joining(":"));
    }
}
