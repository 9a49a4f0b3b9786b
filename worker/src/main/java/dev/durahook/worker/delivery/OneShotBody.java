package dev.durahook.worker.delivery;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * The event's bytes, sent once. OkHttp would send a request again by itself, after a lost connection, a 408 or a 503
 * with {@code Retry-After: 0}, and nobody would see the second effect. A body that is one-shot it never repeats; what
 * remains is that it tries a host's next address when it could not connect to the first.
 */
final class OneShotBody extends RequestBody {

    private final byte[] bytes;
    private volatile boolean sent;

    OneShotBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether the destination may have got any of it. */
    boolean wasSent() {
        return sent;
    }

    // The content type is a header like others: OkHttp would refuse some that a sender may have written.
    @Override
    public @Nullable MediaType contentType() {
        return null;
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sent = true;
        sink.write(bytes);
    }
}
