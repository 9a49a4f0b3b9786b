package dev.durahook.receiver.http.body;

import dev.durahook.receiver.http.exchange.Connection;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;

/** A body that is being read: its bytes so far, its speed, and the receiver that gets the result. */
final class IncomingBody {

    private final BodyBuffer buffer;
    private final BodyPace pace;
    private final BodyReader.Receiver receiver;
    private final long begin = System.nanoTime();

    IncomingBody(BodyBuffer buffer, BodyPace pace, BodyReader.Receiver receiver) {
        this.buffer = buffer;
        this.pace = pace;
        this.receiver = receiver;
    }

    /**
     * Reads the bytes that have arrived, without blocking.
     *
     * @return whether the body is complete; always false if the request announces no length
     */
    boolean readArrived(ServletInputStream in) throws IOException, BodyException {
        while (buffer.isOfKnownLength() && !buffer.isComplete() && in.available() > 0) {
            buffer.read(in);
        }
        return buffer.isComplete();
    }

    /** Reads the whole body, and blocks until it has arrived. */
    void readToTheEnd(ServletInputStream in, Connection connection) throws IOException, BodyException {
        while (!buffer.isComplete() && buffer.read(in)) {
            if (!buffer.isComplete() && isTooSlow() && !connection.hasArrived()) {
                throw new BodyException(BodyFailure.TOO_SLOW);
            }
        }
    }

    /** Reads once, and blocks if no byte is available. */
    void read(ServletInputStream in) throws IOException, BodyException {
        buffer.read(in);
    }

    boolean isTooSlow() {
        return pace.isTooSlow(buffer.size(), Duration.ofNanos(System.nanoTime() - begin));
    }

    /** Hands the body to the receiver. */
    void deliver() throws IOException {
        try {
            receiver.received(buffer.toBytes());
        } catch (BodyException e) {
            receiver.failed(e.failure());
        } finally {
            release();
        }
    }

    /** Tells the receiver why the body could not be read. */
    void fail(BodyFailure failure) throws IOException {
        release();
        receiver.failed(failure);
    }

    /** Returns the body's bytes to the budget. */
    void release() {
        buffer.close();
    }
}
