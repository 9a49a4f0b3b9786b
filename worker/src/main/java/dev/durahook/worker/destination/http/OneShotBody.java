package dev.durahook.worker.destination.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * The event's body, which is sent only once. OkHttp would repeat a request itself after a lost connection, after a 408,
 * and after a 503 with {@code Retry-After: 0}, and the event could have a second effect that no record shows. OkHttp
 * never repeats a request with a one-shot body. It only tries a host's next address if it could not connect to the
 * first.
 */
final class OneShotBody extends RequestBody {

    private final byte[] bytes;
    private volatile boolean sent;

    OneShotBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether the destination may have received a part of the body. */
    boolean wasSent() {
        return sent;
    }

    // The content type is set like other headers, because OkHttp would refuse some that a sender may write.
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
