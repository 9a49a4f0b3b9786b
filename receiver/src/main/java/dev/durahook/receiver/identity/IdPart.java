package dev.durahook.receiver.identity;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.json.Pointers;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A header or a field of the body whose value identifies an event, alone or together with others.
 *
 * @param header names of the header; the first one that was sent is used
 * @param pointer the JSON pointer into the body; {@code null} for a header
 */
public record IdPart(List<String> header, @Nullable String pointer) {

    /** The value of the first of these headers that was sent. */
    static IdPart inHeader(List<String> names) {
        return new IdPart(names, null);
    }

    /** A value in the body. */
    static IdPart at(String pointer) {
        Pointers.check(pointer);
        return new IdPart(List.of(), pointer);
    }

    /**
     * Parses a part from a rule.
     *
     * @param text the name of a header; or a JSON pointer, which begins with a slash and so can't be a header's name
     * @throws InvalidRuleException if the text is neither a header's name nor a JSON pointer
     */
    static IdPart of(String text) {
        if (text.startsWith("/")) {
            return at(text);
        }
        if (!Headers.isName(text)) {
            throw new InvalidRuleException(
                    "has a part that is neither a header nor a pointer: use a header such as X-Request-Id, or a"
                            + " JSON pointer such as /id");
        }
        return inHeader(List.of(text));
    }

    /** Whether the value is in the body, and not in a header. */
    public boolean isInBody() {
        return pointer != null;
    }

    /** The value, if the event has it. */
    Optional<String> in(EventValues values) {
        return pointer == null ? values.inHeader(header) : values.at(pointer);
    }
}
