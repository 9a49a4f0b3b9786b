package dev.durahook.workflows.condition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.body.PayloadEncoding;
import dev.durahook.workflows.condition.FoundValue.Kind;
import io.temporal.common.converter.RawValue;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a few values of a JSON body in one pass, without making objects of the rest. Recursion is as deep as the longest
 * pointer, however deep the body is nested.
 */
final class BodyValues {

    private static final JsonFactory JSON = EventBody.parsers().build();

    private final Map<String, FoundValue> found = new HashMap<>();
    private final boolean isJson;

    private BodyValues(boolean isJson) {
        this.isJson = isJson;
    }

    /** Reads the values at these JSON pointers; none, if the body is not JSON that workers in all languages can read. */
    static BodyValues read(@Nullable RawValue body, Collection<String> pointers) {
        if (body == null || !PayloadEncoding.of(body).isPlainJson()) {
            return new BodyValues(false);
        }
        try (JsonParser parser = JSON.createParser(body.getPayload().getData().newInput())) {
            BodyValues values = new BodyValues(true);
            parser.nextToken();
            values.read(parser, WantedValue.root(pointers));
            return parser.nextToken() == null ? values : new BodyValues(false);
        } catch (IOException e) {
            return new BodyValues(false);
        }
    }

    /** Whether the body is JSON. */
    boolean isJson() {
        return isJson;
    }

    /** The value that the body has at one of the pointers. */
    FoundValue at(String pointer) {
        return found.getOrDefault(pointer, FoundValue.ABSENT);
    }

    // Begins at the first token of the value and ends at its last.
    private void read(JsonParser parser, WantedValue wanted) throws IOException {
        if (!wanted.see()) {
            wanted.forEachPointer(pointer -> found.put(pointer, FoundValue.AMBIGUOUS));
            parser.skipChildren();
            return;
        }
        String pointer = wanted.pointer();
        if (pointer != null) {
            found.put(pointer, value(parser));
        }
        if (wanted.hasParts() && parser.currentToken() == JsonToken.START_OBJECT) {
            readMembers(parser, wanted);
        } else if (wanted.hasParts() && parser.currentToken() == JsonToken.START_ARRAY) {
            readElements(parser, wanted);
        } else {
            parser.skipChildren();
        }
    }

    private void readMembers(JsonParser parser, WantedValue object) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            WantedValue member = object.part(parser.currentName());
            parser.nextToken();
            readOrSkip(parser, member);
        }
    }

    private void readElements(JsonParser parser, WantedValue array) throws IOException {
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            readOrSkip(parser, array.part(String.valueOf(index)));
        }
    }

    private void readOrSkip(JsonParser parser, @Nullable WantedValue wanted) throws IOException {
        if (wanted == null) {
            parser.skipChildren();
        } else {
            read(parser, wanted);
        }
    }

    private static FoundValue value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT, START_ARRAY -> FoundValue.COMPOUND;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new FoundValue(Kind.NUMBER, parser.getText());
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> new FoundValue(Kind.WORD, parser.getText());
            default -> FoundValue.text(parser.getText());
        };
    }
}
