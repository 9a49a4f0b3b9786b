package dev.durahook.workflows;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Two independent JSON parsers in their strict form. */
final class StrictJson {

    private static final int MAX_DEPTH = 500;

    // To Gson 2.13, a number whose lowest 64 bits are zeros begins with a 0.
    private static final Pattern LONG_NUMBER = Pattern.compile("([0-9]{18})[0-9]+");

    private static final ObjectMapper JACKSON = jackson();

    private StrictJson() {}

    static boolean isReadByJackson(byte[] body) throws StreamConstraintsException {
        try {
            return text(body).isPresent() && !JACKSON.readTree(text(body).get()).isMissingNode();
        } catch (StreamConstraintsException e) {
            throw e;
        } catch (IOException e) {
            return false;
        }
    }

    static boolean isReadByGson(byte[] body) {
        return text(body)
                .map(text -> LONG_NUMBER.matcher(text).replaceAll("$1"))
                .filter(StrictJson::isOneValue)
                .isPresent();
    }

    // Both parsers would skip a byte order mark.
    private static Optional<String> text(byte[] body) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(body))
                            .toString())
                    .filter(text -> !text.startsWith("\uFEFF"));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isOneValue(String text) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(MAX_DEPTH);
        try {
            while (reader.peek() != JsonToken.END_DOCUMENT) {
                consume(reader);
            }
            return true;
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }

    private static void consume(JsonReader reader) throws IOException {
        switch (reader.peek()) {
            case BEGIN_OBJECT -> reader.beginObject();
            case END_OBJECT -> reader.endObject();
            case BEGIN_ARRAY -> reader.beginArray();
            case END_ARRAY -> reader.endArray();
            case NAME -> reader.nextName();
            case STRING, NUMBER -> reader.nextString();
            case BOOLEAN -> reader.nextBoolean();
            case NULL -> reader.nextNull();
            case END_DOCUMENT -> throw new IllegalStateException();
        }
    }

    private static ObjectMapper jackson() {
        ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build());
        return mapper;
    }
}
