package dev.durahook.signing.event;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonNode.OverwriteMode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import dev.durahook.receiver.extraction.EventsRule;
import dev.durahook.signing.signer.JsonBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of a delivery, into which an id and a type can be written. Until a value is written, the body is exactly the
 * given bytes.
 */
public final class DraftBody {

    private static final JsonMapper JSON = JsonBody.EXACT;

    private byte[] bytes;

    private DraftBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A small body of one event, different each time: events without an id are told apart by their bytes. */
    public static DraftBody made(@Nullable EventsRule events) {
        boolean isList =
                events != null && events.mediaType() == null && events.pointer().isEmpty();
        DraftBody body = new DraftBody(write(isList ? JSON.createArrayNode() : JSON.createObjectNode()));
        body.put(firstEvent(events) + "/test_delivery", UUID.randomUUID().toString());
        return body;
    }

    /** A body of exactly these bytes, until a value is written into it. */
    public static DraftBody given(byte[] bytes) {
        return new DraftBody(bytes);
    }

    /** The JSON pointer to the first event of a delivery; to the whole body if a delivery is one event. */
    static String firstEvent(@Nullable EventsRule events) {
        if (events == null || events.mediaType() != null) {
            return "";
        }
        List<String> arrays = events.pointer().isEmpty() ? List.of("") : events.pointer();
        return String.join("/0", arrays) + "/0";
    }

    /** The body, with every value that was written into it. The caller must not change the bytes. */
    public byte[] bytes() {
        return bytes;
    }

    /** Whether values can be written into the body. */
    public boolean isJson() {
        try {
            return JSON.readTree(bytes).isContainerNode();
        } catch (IOException e) {
            return false;
        }
    }

    /** The text at a JSON pointer, if there is any. */
    Optional<String> text(String pointer) {
        return Optional.of(read().at(pointer).asText("")).filter(text -> !text.isEmpty());
    }

    /**
     * Writes a text at a JSON pointer, unless the text is already there.
     *
     * @throws IllegalArgumentException if the body is not JSON, or has no object at the place
     */
    public void put(String pointer, String value) {
        put(pointer, TextNode.valueOf(value));
    }

    /**
     * Writes a number or a text at a JSON pointer, unless the same value is already there.
     *
     * @throws IllegalArgumentException if the body is not JSON, or has no object at the place
     */
    public void put(String pointer, ValueNode value) {
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode body = read();
        if (!body.at(place).asText().equals(value.asText())) {
            bytes = write(replaced(body, place, value));
        }
    }

    private static JsonNode replaced(JsonNode body, JsonPointer place, ValueNode value) {
        parent(body, place.head()).set(place.last().getMatchingProperty(), value);
        return body;
    }

    private static ObjectNode parent(JsonNode body, JsonPointer place) {
        if (place.matches() && body instanceof ObjectNode object) {
            return object;
        }
        if (place.matches() || !(body instanceof ContainerNode)) {
            throw new IllegalArgumentException(
                    "the body is not a JSON object, so nothing can be written into it: leave out id and type");
        }
        return body.withObject(place, OverwriteMode.NULLS, true);
    }

    private JsonNode read() {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the body is not JSON, so nothing can be written into it: leave out id and type", e);
        }
    }

    private static byte[] write(JsonNode body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
