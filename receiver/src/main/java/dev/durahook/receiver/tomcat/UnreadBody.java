package dev.durahook.receiver.tomcat;

import dev.durahook.receiver.http.exchange.Exchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** The part of a request's body that was not read. Nothing here waits for bytes to arrive. */
record UnreadBody(Request request) {

    /** Each read discards some 8 kB. */
    private static final int MOST_READS = 16;

    /** Whether all of the body was read. */
    boolean isEmpty() {
        return request.isFinished();
    }

    /** Whether all that was not read has arrived. A body in chunks is never known to have arrived. */
    boolean hasArrived() {
        request.action(ActionCode.AVAILABLE, false);
        return isEmpty()
                || (isOfKnownLength()
                        && request.getContentLengthLong() - request.getBytesRead() <= request.getAvailable());
    }

    /** Whether some of the body can be discarded without blocking. */
    boolean canDiscard() {
        if (request.getReadListener() != null) {
            return !isEmpty() && request.isReady();
        }
        // In a chunked body, a read could block until the rest of a chunk has arrived. A body of known length is read
        // without blocking.
        request.action(ActionCode.AVAILABLE, false);
        return isOfKnownLength() && !isEmpty() && request.getAvailable() > 0;
    }

    /** Reads and discards some of the body, and returns how many bytes; less than 1 at the end of the body. */
    int discard() throws IOException {
        return request.doRead(new DiscardedBytes());
    }

    /**
     * Discards what has arrived. If a connection is closed while unread bytes are left, it is reset before the sender can
     * read the response.
     */
    void discardArrived() {
        try {
            for (int i = 0; i < MOST_READS && canDiscard(); i++) {
                if (discard() < 1) {
                    return;
                }
            }
        } catch (IOException gone) {
            // The sender has disconnected and can't read the response.
        }
    }

    /**
     * Awaits no more of the body: discards what has arrived, and if some is missing, lets the answer say that the
     * connection is closed, unless the answer has been sent.
     *
     * @return whether some of the body is missing; {@link #hangUp} must then be called
     */
    boolean giveUp(Response response) {
        discardArrived();
        if (isEmpty()) {
            return false;
        }
        if (!response.isCommitted()) {
            Exchange.announceEnd(request.protocol().toString(), response::setHeader);
        }
        return true;
    }

    /** Keeps Tomcat from reading the rest of the body, for which a thread would wait. */
    void hangUp() {
        request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    private boolean isOfKnownLength() {
        try {
            return request.getContentLengthLong() > 0;
        } catch (IllegalArgumentException noLength) {
            return false;
        }
    }

    /** Receives the bytes that Tomcat has read, and ignores them. */
    private static final class DiscardedBytes implements ApplicationBufferHandler {

        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {}
    }
}
