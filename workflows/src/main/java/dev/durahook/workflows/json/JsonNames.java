package dev.durahook.workflows.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;

/** Finds a name that occurs twice in one object of a person's input, where it is open which of the values is meant. */
public final class JsonNames {

    private static final ObjectReader STRICT =
            new ObjectMapper().reader(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private JsonNames() {}

    /** Whether an object has a name twice. False if the bytes are not JSON. */
    public static boolean areRepeated(byte[] json) {
        try {
            STRICT.readTree(json);
            return false;
        } catch (JsonMappingException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
