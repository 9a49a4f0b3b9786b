package dev.durahook.signing.signer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads and changes JSON bodies into which a provider writes its signature. */
public final class JsonBody {

    /** Reads and writes JSON without a change to the digits of a number. */
    public static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {}

    /**
     * The JSON object in a body.
     *
     * @throws IllegalArgumentException if the body is not a JSON object
     */
    public static ObjectNode read(byte[] body) {
        try {
            if (EXACT.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            // The exception is not passed on, because its message quotes the body.
        }
        throw new IllegalArgumentException("the body must be a JSON object, because the provider sends one");
    }

    /**
     * The objects of the list of this name, which are the events of a delivery.
     *
     * @throws IllegalArgumentException if the list is missing or holds no object
     */
    public static List<ObjectNode> events(ObjectNode body, String list) {
        List<ObjectNode> events = new ArrayList<>();
        for (JsonNode event : body.path(list)) {
            if (event instanceof ObjectNode object) {
                events.add(object);
            }
        }
        if (events.isEmpty()) {
            throw new IllegalArgumentException(
                    "the body must have a list of events in " + list + ", because the provider sends one");
        }
        return events;
    }

    /** The text of the field of this name. If the field is missing, the other text is written there. */
    public static String text(ObjectNode object, String name, String otherwise) {
        if (!object.path(name).isTextual()) {
            object.put(name, otherwise);
        }
        return object.path(name).asText();
    }

    /** The JSON text of a value, such as a map. */
    public static String write(Object value) {
        try {
            return EXACT.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the value can't be written as JSON", e);
        }
    }
}
