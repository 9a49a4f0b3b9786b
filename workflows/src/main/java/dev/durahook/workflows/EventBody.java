package dev.durahook.workflows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.RawValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * Writes the body of an event into a payload of its own and reads it from there: the exact bytes that were sent and
 * verified.
 *
 * <p>A body that is JSON is marked {@code json/plain}: the Web UI shows it, and a workflow can declare a type of its
 * own as its second argument. Any other body is marked {@code binary/plain}. The body is never parsed and written
 * again, so a handler reads what the sender signed.
 */
public final class EventBody {

    private static final String ENCODING = "encoding";
    private static final ByteString JSON = ByteString.copyFromUtf8("json/plain");
    private static final ByteString BINARY = ByteString.copyFromUtf8("binary/plain");

    // Python's json gives up at 994 levels less the levels that the worker has on the stack, PHP's json_decode at 512.
    // Ruby (100) and .NET (64) have a setting for more. With a limit as low as theirs, workers in other languages
    // would get bytes although they could read the JSON.
    private static final int MAX_DEPTH = 500;

    private static final JsonFactory FACTORY = parsers()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private EventBody() {}

    /**
     * Builds a factory of parsers that keep nothing of what they have read. Jackson's default is a table of names that all
     * documents share, which senders could fill. As Jackson's default parser does, these parsers refuse bytes that are
     * not UTF-8, with a {@link java.nio.charset.CharacterCodingException}, unless the bytes look like UTF-16 or UTF-32.
     */
    public static JsonFactoryBuilder parsers() {
        return new JsonFactoryBuilder()
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .inputDecorator(new UnicodeInput());
    }

    /** Wraps the bytes, unchanged, as a workflow's or activity's argument. */
    public static RawValue of(byte[] bytes) {
        return new RawValue(Payload.newBuilder()
                .putMetadata(ENCODING, isJson(bytes) ? JSON : BINARY)
                .setData(ByteString.copyFrom(bytes))
                .build());
    }

    /** The bytes as they were sent. */
    public static byte[] bytes(RawValue body) {
        return body.getPayload().getData().toByteArray();
    }

    /**
     * Whether workers in Go, Java, JavaScript, PHP and Python can read a body as JSON with their default settings. The
     * body must be one value as RFC 8259 defines it, in UTF-8, without a byte order mark, which the RFC forbids to
     * write and Go and JavaScript refuse, at most {@value #MAX_DEPTH} levels deep, and without numbers of more than
     * 1,000 digits, which Jackson refuses.
     *
     * <p>Duplicate names and half a surrogate pair in an escape are JSON, but readers differ in how they read them.
     */
    public static boolean isJson(byte[] bytes) {
        try (JsonParser parser = FACTORY.createParser(decoded(bytes))) {
            return isOneValue(parser);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isOneValue(JsonParser parser) throws IOException {
        if (parser.nextToken() == null) {
            return false;
        }
        parser.skipChildren();
        return parser.nextToken() == null;
    }

    // The bytes are decoded here because Jackson guesses the encoding of bytes: it would also read UTF-16 and UTF-32,
    // which the Web UI can't show, and skip a byte order mark. They are decoded piece by piece because a text of two
    // megabytes would be four more of garbage. Malformed bytes end the reading.
    private static Reader decoded(byte[] bytes) {
        return new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8.newDecoder());
    }
}
