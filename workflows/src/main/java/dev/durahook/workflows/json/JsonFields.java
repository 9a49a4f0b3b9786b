package dev.durahook.workflows.json;

import dev.durahook.workflows.json.JsonWalk.Ending;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a few values of a JSON body in one pass. The rest of the body need not be valid: values are found even if the
 * body contains text in Latin-1, raw line breaks, NaN, a number with a thousand digits, or a thousand levels of
 * nesting.
 *
 * <p>A value is a non-empty string in UTF-8, or an integer. If a wanted value or an object around it occurs twice,
 * nothing is read: parsers differ in which one they use, and an event must not have two identities. Nor is anything
 * read if its brackets, quotes and commas are not valid JSON.
 */
public final class JsonFields {

    private final Map<String, String> values = new HashMap<>();
    private final byte[] text;

    private JsonFields(byte[] text) {
        this.text = text;
    }

    /** Whether the body is exactly one JSON value. */
    public static boolean isOneValue(byte[] body) {
        return read(body, Set.of()).isPresent();
    }

    /** Reads the values at these JSON pointers; empty if the body is not exactly one JSON value. */
    public static Optional<JsonFields> read(byte[] body, Set<String> wanted) {
        return UnicodeText.inUtf8(body).flatMap(text -> {
            JsonFields fields = new JsonFields(text);
            Ending ending = JsonWalk.through(text, PointerTree.root(wanted), fields::keep);
            return ending == Ending.WHOLE ? Optional.of(fields) : Optional.empty();
        });
    }

    /** The value at one of the JSON pointers that were read. */
    public Optional<String> at(String pointer) {
        return Optional.ofNullable(values.get(pointer));
    }

    private boolean keep(PointerTree place, int start, int end) {
        String pointer = place.pointer();
        if (pointer != null) {
            value(start, end).filter(value -> !value.isEmpty()).ifPresent(value -> values.put(pointer, value));
        }
        return true;
    }

    private Optional<String> value(int start, int end) {
        if (text[start] == '"') {
            return new JsonString(text, start, end).value();
        }
        return isInteger(start, end)
                ? Optional.of(new String(text, start, end - start, StandardCharsets.US_ASCII))
                : Optional.empty();
    }

    private boolean isInteger(int start, int end) {
        int first = text[start] == '-' ? start + 1 : start;
        if (first == end || (text[first] == '0' && end - first > 1)) {
            return false;
        }
        for (int i = first; i < end; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return false;
            }
        }
        return true;
    }
}
