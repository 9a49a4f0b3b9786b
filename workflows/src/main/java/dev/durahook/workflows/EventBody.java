package dev.durahook.workflows;

import com.fasterxml.jackson.core.JsonFactory;
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

    // Python's json gives up at 994 levels less what the worker has on the stack, PHP's json_decode at 512. Ruby (100)
    // and
    // .NET (64) have a setting, and a limit as low would keep the others from reading what they can.
    private static final int MAX_DEPTH = 500;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

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

    /**
     * Whether a body is JSON that workers in Go, Java, JavaScript, PHP and Python read with the settings they come with:
     * one value as RFC 8259 has it, in UTF-8, without a byte order mark, which the RFC forbids to write and Go and
     * JavaScript refuse, at most {@value #MAX_DEPTH} levels deep, and without numbers of more than 1,000 digits, which
     * Jackson refuses.
     *
     * <p>Names that are there twice and half a surrogate pair in an escape are JSON, and readers differ in what they make
     * of them.
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

    // Decoded here: given bytes, Jackson guesses, and would also read UTF-16 and UTF-32, which the Web UI can't show,
    // and
    // skip a byte order mark. Piece by piece: a text of two megabytes would be four more of garbage. What is malformed
    // ends
    // it.
    private static Reader decoded(byte[] bytes) {
        return new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8.newDecoder());
    }
}
