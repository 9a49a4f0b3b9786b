package dev.durahook.workflows.json;

import dev.durahook.workflows.json.JsonWalk.Ending;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Replaces values of a JSON body by {@value #HIDDEN}. All other bytes stay as they were sent.
 *
 * <p>A value of any type is replaced. If an object has the same name twice, both values are replaced. A name may be written
 * with escapes. A body in UTF-16 or UTF-32 becomes UTF-8.
 */
public final class JsonRedaction {

    /** Stands in place of a value, as a JSON string. */
    public static final String HIDDEN = "[hidden]";

    private static final byte[] REPLACEMENT = ('"' + HIDDEN + '"').getBytes(StandardCharsets.US_ASCII);

    private final byte[] text;
    private final ByteArrayOutputStream redacted;
    private int copied;

    private JsonRedaction(byte[] text) {
        this.text = text;
        this.redacted = new ByteArrayOutputStream(text.length);
    }

    /**
     * The body without the values at these JSON pointers. Empty if the body is not exactly one JSON value, or if a name
     * can be read in two ways: a value could then be overlooked.
     *
     * @param pointers pointers of which none leads through a value at another one
     */
    public static Optional<byte[]> of(byte[] body, List<String> pointers) {
        return of(body, PointerTree.eachTime(pointers));
    }

    /**
     * The body without these values of each element of an array; otherwise as {@link #of}.
     *
     * @param array the JSON pointer to the array
     * @param pointers JSON pointers that start at an element
     */
    public static Optional<byte[]> ofElements(byte[] body, String array, List<String> pointers) {
        return of(body, PointerTree.eachTime(array, pointers));
    }

    private static Optional<byte[]> of(byte[] body, PointerTree root) {
        return UnicodeText.inUtf8(body).flatMap(text -> {
            JsonRedaction redaction = new JsonRedaction(text);
            Ending ending = JsonWalk.through(text, root, redaction::replace);
            return ending == Ending.WHOLE ? Optional.of(redaction.result()) : Optional.empty();
        });
    }

    private boolean replace(PointerTree place, int start, int end) {
        if (place.isLeaf()) {
            redacted.write(text, copied, start - copied);
            redacted.writeBytes(REPLACEMENT);
            copied = end;
        }
        return true;
    }

    private byte[] result() {
        redacted.write(text, copied, text.length - copied);
        return redacted.toByteArray();
    }
}
