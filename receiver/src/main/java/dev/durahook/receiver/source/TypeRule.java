package dev.durahook.receiver.source;

import dev.durahook.receiver.json.Pointers;
import dev.durahook.receiver.signature.InvalidRuleException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Where an event's type is.
 *
 * @param header the header that carries it; of several names the first that was sent counts
 * @param pointer where it is in a JSON body, as a JSON pointer such as /type; several where it is said in parts, which
 *     a full stop joins
 * @param fallback the type of an event that carries none. Alone, it is the type of every event. Without it, a
 *     delivery that carries no type is refused with 400.
 */
public record TypeRule(
        @DefaultValue List<String> header,
        @DefaultValue List<String> pointer,
        @Name("default") @Nullable String fallback) {

    public TypeRule {
        header = List.copyOf(header);
        pointer = List.copyOf(pointer);
        if (!header.isEmpty() && !pointer.isEmpty()) {
            throw new InvalidRuleException("must say one of header and pointer, not both");
        }
        if (header.isEmpty() && pointer.isEmpty() && fallback == null) {
            throw new InvalidRuleException("must say one of header, pointer and default");
        }
        if (fallback != null && fallback.isBlank()) {
            throw new InvalidRuleException("has an empty default: name a type or leave it out");
        }
        pointer.forEach(Pointers::check);
    }

    /** The type as the provider wrote it. */
    String read(Facts facts) throws UnidentifiedEventException {
        if (fallback != null) {
            List<String> found = facts.find(header, pointer);
            return found.isEmpty() ? fallback : String.join(".", found);
        }
        return String.join(".", facts.require("event type", header, pointer));
    }
}
