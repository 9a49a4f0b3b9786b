package dev.durahook.workflows;

import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.RawValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The JSON files of {@code src/test/resources/golden}: values as they are recorded in the histories of running
 * workflows. A file that was released is never edited; a new field gets a new file.
 */
public final class Golden {

    private static final DataConverter WORKERS_CONVERTER = DefaultDataConverter.newDefaultInstance();
    private static final ByteString JSON = ByteString.copyFromUtf8("json/plain");

    private Golden() {}

    /** A file's text, without the line feed at its end. */
    public static String text(String file) {
        try (InputStream stream = Golden.class.getResourceAsStream("/golden/" + file)) {
            return new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value that a worker reads from a file. */
    public static <T> T read(String file, Class<T> type) {
        return WORKERS_CONVERTER.fromPayload(payload(file).getPayload(), type, type);
    }

    /** The value that another worker reads, if this one has recorded it. */
    @SuppressWarnings("unchecked")
    public static <T> T reread(T value) {
        Class<T> type = (Class<T>) value.getClass();
        return WORKERS_CONVERTER.fromPayload(WORKERS_CONVERTER.toPayload(value).orElseThrow(), type, type);
    }

    /** A file as an argument. */
    public static RawValue payload(String file) {
        return new RawValue(Payload.newBuilder()
                .putMetadata("encoding", JSON)
                .setData(ByteString.copyFromUtf8(text(file)))
                .build());
    }

    /** The JSON that Temporal stores for a value. */
    public static String write(Object value) {
        return WORKERS_CONVERTER.toPayload(value).orElseThrow().getData().toStringUtf8();
    }
}
