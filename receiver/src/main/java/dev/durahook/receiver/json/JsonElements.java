package dev.durahook.receiver.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The objects of an array in a JSON body, each as the very bytes that were sent.
 *
 * <p>A body that names the array twice is no JSON here: which of the two counts is up to a parser, and an event must not
 * get lost between them.
 */
public final class JsonElements {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final byte[] body;
    private final String pointer;
    private final int depth;
    private final int maximum;
    private final List<byte[]> elements = new ArrayList<>();
    private boolean found;

    private JsonElements(byte[] body, String pointer, int maximum) {
        this.body = body;
        this.pointer = pointer;
        this.depth = depth(JsonPointer.compile(pointer));
        this.maximum = maximum;
    }

    /**
     * Cuts the objects out of an array; empty if the body is not one JSON value in UTF-8 with one array of objects
     * there.
     *
     * @param pointer where the array is; the empty text where the body is the array
     * @param maximum how many objects are cut out; where there are more, one more is, and the rest is not read
     */
    public static Optional<List<byte[]>> read(byte[] body, String pointer, int maximum) {
        JsonElements elements = new JsonElements(body, pointer, maximum);
        try (JsonParser parser = FACTORY.createParser(body)) {
            return elements.collect(parser) ? Optional.of(elements.elements) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int depth(JsonPointer pointer) {
        int depth = 1;
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            depth++;
        }
        return depth;
    }

    private boolean collect(JsonParser parser) throws IOException {
        int values = 0;
        while (!isFull() && parser.nextToken() != null) {
            if (!visit(parser)) {
                return false;
            }
            values += parser.getParsingContext().inRoot() ? 1 : 0;
        }
        return isFull() || (found && values == 1);
    }

    private boolean isFull() {
        return elements.size() > maximum;
    }

    /** Cuts the array up if it is the one; false if it can't be. */
    private boolean visit(JsonParser parser) throws IOException {
        // Asking for a path costs as much as it is deep.
        boolean candidate = parser.currentToken() == JsonToken.START_ARRAY
                && parser.getParsingContext().getNestingDepth() == depth;
        if (!candidate || !parser.getParsingContext().pathAsPointer().toString().equals(pointer)) {
            return true;
        }
        boolean again = found;
        found = true;
        return !again && cutUp(parser);
    }

    private boolean cutUp(JsonParser parser) throws IOException {
        while (!isFull() && parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                return false;
            }
            long start = parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            // There is no offset in bytes where the body is not UTF-8.
            if (start < 0 || parser.currentToken() != JsonToken.END_OBJECT) {
                return false;
            }
            long end = parser.currentTokenLocation().getByteOffset() + 1;
            elements.add(Arrays.copyOfRange(body, (int) start, (int) end));
        }
        return true;
    }
}
