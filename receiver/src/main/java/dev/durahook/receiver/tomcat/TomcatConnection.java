package dev.durahook.receiver.tomcat;

import dev.durahook.receiver.http.Connection;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.coyote.ActionCode;

/**
 * The connection of a request to Tomcat. Behind the servlet API's back, because Tomcat closes a request's body as soon as
 * its answer is complete.
 */
record TomcatConnection(Request request) implements Connection {

    @Override
    public void reopen() {
        Response response = request.getResponse();
        if (!response.isCommitted()) {
            response.setSuspended(false);
            response.resetError();
            response.reset();
        }
    }

    @Override
    public boolean canDiscard() {
        if (isInBackground()) {
            return !request.isFinished() && coyote().isReady();
        }
        // Only of a body of known length can what is here be read without waiting for the rest of a chunk.
        coyote().action(ActionCode.AVAILABLE, false);
        return isOfKnownLength() && !request.isFinished() && coyote().getAvailable() > 0;
    }

    private boolean isOfKnownLength() {
        try {
            return coyote().getContentLengthLong() > 0;
        } catch (IllegalArgumentException noLength) {
            return false;
        }
    }

    @Override
    public int discard() throws IOException {
        return coyote().doRead(new DiscardedBytes());
    }

    // Tomcat would read the rest of the body first, and wait for it with a thread. To it, this is an error.
    @Override
    public void hangUp() {
        coyote().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        request.getResponse().setErrorReported();
    }

    private boolean isInBackground() {
        return coyote().getReadListener() != null;
    }

    private org.apache.coyote.Request coyote() {
        return request.getCoyoteRequest();
    }
}
