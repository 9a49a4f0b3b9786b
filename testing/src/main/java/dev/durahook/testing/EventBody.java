package dev.durahook.testing;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** A body into which id and type are written. As long as nothing is, it is the bytes that were given. */
final class EventBody {

    private static final ObjectMapper JSON = new ObjectMapper();

    private byte[] bytes;

    private EventBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A small body, unlike any other: providers without ids are told apart by their bytes. */
    static EventBody made() {
        return new EventBody(write(
                JSON.createObjectNode().put("test_delivery", UUID.randomUUID().toString())));
    }

    static EventBody given(byte[] bytes) {
        return new EventBody(bytes);
    }

    byte[] bytes() {
        return bytes;
    }

    /** Writes a value at a JSON pointer, unless it stands there. */
    void put(String pointer, String value) {
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode body = read();
        if (!body.at(place).asText().equals(value)) {
            bytes = write(replaced(body, place, value));
        }
    }

    private static JsonNode replaced(JsonNode body, JsonPointer place, String value) {
        if (!(body instanceof ObjectNode object)) {
            throw new IllegalArgumentException(
                    "the body is no JSON object, so nothing can be written at " + place + ": leave out id and type");
        }
        object.withObject(place.head(), JsonNode.OverwriteMode.NULLS, true)
                .put(place.last().getMatchingProperty(), value);
        return object;
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
