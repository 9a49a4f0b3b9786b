package dev.durahook.receiver.source;

import dev.durahook.receiver.json.Pointers;
import dev.durahook.receiver.signature.InvalidRuleException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value that names an event, alone or together with others: in a header, or in the body.
 *
 * @param header the header that carries it; of several names the first that was sent counts
 * @param pointer where it is in the body; {@code null} where a header carries it
 */
record IdPart(List<String> header, @Nullable String pointer) {

    // A token of RFC 9110.
    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** In one of these headers. */
    static IdPart inHeader(List<String> names) {
        return new IdPart(names, null);
    }

    /** In the body. */
    static IdPart at(String pointer) {
        Pointers.check(pointer);
        return new IdPart(List.of(), pointer);
    }

    /**
     * Reads a part as it is written in a rule.
     *
     * @param text the name of a header; or a JSON pointer, which begins with a slash, as no header's name can
     * @throws InvalidRuleException if it is neither
     */
    static IdPart of(String text) {
        if (text.startsWith("/")) {
            return at(text);
        }
        if (!HEADER.matcher(text).matches()) {
            throw new InvalidRuleException(
                    "has a part that is neither: name a header such as X-Request-Id, or a JSON pointer such as /id");
        }
        return inHeader(List.of(text));
    }

    boolean isInBody() {
        return pointer != null;
    }

    /** Its value, if a delivery has it. */
    Optional<String> in(Facts facts) {
        return pointer == null ? facts.inHeader(header) : facts.at(pointer);
    }
}
