package dev.durahook.receiver.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The few values of a JSON body that a source needs, read in one pass without building a tree of it.
 *
 * <p>A value is a string that isn't empty, or an integer. A body that names a wanted value twice is no JSON here: which
 * of the two a handler would see is up to its parser, and an event must not have two identities.
 */
public final class JsonFields {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final Set<String> wanted;
    private final Set<String> lastNames;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, String> values = new HashMap<>();

    private JsonFields(Set<String> wanted) {
        this.wanted = wanted;
        this.lastNames = wanted.stream().map(JsonFields::lastName).collect(Collectors.toSet());
    }

    /** Reads the wanted values; empty if the body is not one JSON value. */
    public static Optional<JsonFields> read(byte[] body, Set<String> wanted) {
        JsonFields fields = new JsonFields(wanted);
        try (JsonParser parser = FACTORY.createParser(body)) {
            return fields.collect(parser) ? Optional.of(fields) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The value at a JSON pointer that was wanted. */
    public Optional<String> at(String pointer) {
        return Optional.ofNullable(values.get(pointer));
    }

    // Not compiled: that would be done again with each delivery.
    private static String lastName(String pointer) {
        String last = pointer.substring(pointer.lastIndexOf('/') + 1);
        return last.replace("~1", "/").replace("~0", "~");
    }

    private boolean collect(JsonParser parser) throws IOException {
        boolean unique = parser.nextToken() != null;
        while (unique && !isEndOfRoot(parser)) {
            parser.nextToken();
            unique = visit(parser);
        }
        return unique && parser.nextToken() == null;
    }

    private static boolean isEndOfRoot(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return parser.getParsingContext().inRoot() && !token.isStructStart();
    }

    /** Keeps the value if it is wanted; false if it was there before. */
    private boolean visit(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.FIELD_NAME || token.isStructEnd() || !lastNames.contains(parser.currentName())) {
            return true;
        }
        String here = parser.getParsingContext().pathAsPointer().toString();
        return !wanted.contains(here) || keep(here, token, parser);
    }

    private boolean keep(String here, JsonToken token, JsonParser parser) throws IOException {
        boolean readable = token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_STRING;
        if (readable && !parser.getText().isEmpty()) {
            values.put(here, parser.getText());
        }
        return seen.add(here);
    }
}
