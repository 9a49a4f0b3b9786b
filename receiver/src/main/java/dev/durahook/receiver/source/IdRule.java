package dev.durahook.receiver.source;

import dev.durahook.receiver.json.Pointers;
import dev.durahook.receiver.signature.InvalidRuleException;
import dev.durahook.workflows.EventId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where an event's id is. Exactly one place, so that nobody who sends can choose between two.
 *
 * @param header the header that carries it; of several names the first that was sent counts
 * @param pointer where it is in a JSON body, as a JSON pointer such as /id; several where it takes several values
 *     together to name an event
 * @param bodyHash whether the sender gives no id and the same bytes are the same event; bytes and type, where a header
 *     carries the type
 */
public record IdRule(
        @DefaultValue List<String> header,
        @DefaultValue List<String> pointer,
        @DefaultValue("false") boolean bodyHash) {

    public IdRule {
        header = List.copyOf(header);
        pointer = List.copyOf(pointer);
        Stream<Boolean> places = Stream.of(!header.isEmpty(), !pointer.isEmpty(), bodyHash);
        if (places.filter(declared -> declared).count() != 1) {
            throw new InvalidRuleException("must say one of header, pointer and body-hash: true");
        }
        pointer.forEach(Pointers::check);
    }

    /** The id that the provider gave the event, or nothing where it gives none. */
    Optional<String> read(Facts facts) throws UnidentifiedEventException {
        if (bodyHash) {
            return Optional.empty();
        }
        String id = joined(facts.require("event id", header, pointer));
        if (!EventId.isProviderId(id)) {
            throw new UnidentifiedEventException("no event id: what stands in its place is no Unicode text");
        }
        return Optional.of(id);
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
