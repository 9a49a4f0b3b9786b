package dev.durahook.workflows.body;

import com.google.protobuf.ByteString;
import dev.durahook.workflows.EventBody;
import io.temporal.common.converter.EncodingKeys;
import io.temporal.common.converter.RawValue;
import org.jspecify.annotations.Nullable;

/**
 * The body as an activity's argument. Small ones are handed over. Each large one would be written into the history once
 * more for every step, and two of them scheduled together are more than one message to Temporal may hold (4 MB); the
 * activity reads it from where it is stored already.
 */
public final class BodyArgument {

    // Sixty steps of it fit into one message.
    private static final int MAX_BYTES = 64 * 1024;

    private static final ByteString NULL = ByteString.copyFromUtf8("binary/null");

    private BodyArgument() {}

    /** The body itself, or null for one that is too large. Only for workflow code. */
    public static @Nullable RawValue of(RawValue body) {
        return body.getPayload().getData().size() <= MAX_BYTES ? body : null;
    }

    /** The bytes of such an argument. Only for activities. */
    public static byte[] bytes(@Nullable RawValue argument, BodySource source) {
        return argument == null || isNull(argument) ? source.current() : EventBody.bytes(argument);
    }

    // As a raw value, null arrives as the payload that stands for it.
    private static boolean isNull(RawValue argument) {
        return argument.getPayload()
                .getMetadataOrDefault(EncodingKeys.METADATA_ENCODING_KEY, NULL)
                .equals(NULL);
    }
}
