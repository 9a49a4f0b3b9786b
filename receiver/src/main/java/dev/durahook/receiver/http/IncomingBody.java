package dev.durahook.receiver.http;

import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;

/** A body on its way in: what has come of it, how fast, and who is told in the end. */
final class IncomingBody {

    private final BodyBuffer buffer;
    private final BodyShare share;
    private final Pace pace;
    private final BodyReceiver receiver;
    private final long begin = System.nanoTime();

    IncomingBody(BodyBuffer buffer, BodyShare share, Pace pace, BodyReceiver receiver) {
        this.buffer = buffer;
        this.share = share;
        this.pace = pace;
        this.receiver = receiver;
    }

    /**
     * Reads as much as can be read without waiting.
     *
     * @return whether the body is complete. Of a body without a length that can't be said
     */
    boolean readWhatIsThere(ServletInputStream in) throws IOException, BodyException {
        while (buffer.isOfKnownLength() && !buffer.isComplete() && in.available() > 0) {
            buffer.read(in);
        }
        return buffer.isComplete();
    }

    /** Reads all of it, and waits for it. */
    void readToTheEnd(ServletInputStream in) throws IOException, BodyException {
        while (!buffer.isComplete() && buffer.read(in)) {
            if (isTooSlow()) {
                throw new BodyException(BodyFailure.TOO_SLOW);
            }
        }
    }

    /** Reads once. */
    void read(ServletInputStream in) throws IOException, BodyException {
        buffer.read(in);
    }

    boolean isTooSlow() {
        return pace.isTooSlow(buffer.size(), Duration.ofNanos(System.nanoTime() - begin));
    }

    /** Hands the body over. */
    void deliver() throws IOException {
        try {
            receiver.received(buffer.toBytes());
        } catch (BodyException e) {
            receiver.failed(e.failure());
        } finally {
            release();
        }
    }

    /** Says why there is none. */
    void fail(BodyFailure failure) throws IOException {
        release();
        receiver.failed(failure);
    }

    /** Gives back what it had of the budget. */
    void release() {
        share.close();
    }
}
