package dev.durahook.workflows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.RawValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The body's way through Temporal: the exact bytes that were sent and verified, in one payload of their own.
 *
 * <p>A body that is JSON is marked {@code json/plain}: the Web UI shows it, and a workflow declares its own type as its
 * second argument. Any other body is marked {@code binary/plain}. It is never parsed and written again, so what a
 * handler reads is what the sender signed.
 */
public final class EventBody {

    private static final String ENCODING = "encoding";
    private static final ByteString JSON = ByteString.copyFromUtf8("json/plain");
    private static final ByteString BINARY = ByteString.copyFromUtf8("binary/plain");
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final JsonFactory FACTORY = new JsonFactory();

    private EventBody() {}

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

    /** Whether a body is one JSON value in UTF-8, with or without a byte order mark, and nothing after it. */
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

    // Decoded here: given bytes, Jackson guesses, and would also read UTF-16 and UTF-32, which the Web UI can't show.
    // Piece by piece: a text of two megabytes would be four more of garbage. What is malformed ends it.
    private static Reader decoded(byte[] bytes) {
        int begin = Arrays.equals(bytes, 0, Math.min(3, bytes.length), BYTE_ORDER_MARK, 0, 3) ? 3 : 0;
        return new InputStreamReader(
                new ByteArrayInputStream(bytes, begin, bytes.length - begin), StandardCharsets.UTF_8.newDecoder());
    }
}
