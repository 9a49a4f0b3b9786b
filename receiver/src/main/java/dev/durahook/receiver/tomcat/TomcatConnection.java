package dev.durahook.receiver.tomcat;

import dev.durahook.receiver.http.exchange.Connection;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.coyote.ActionCode;

/**
 * A request's connection to Tomcat. Uses Tomcat's internal classes, because Tomcat closes the servlet API's input
 * stream as soon as the response is complete.
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
        // In a chunked body, a read could block until the rest of a chunk has arrived. A body of known length is read
        // without blocking.
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

    // The input stream tells only of bytes that Tomcat has read from the socket.
    @Override
    public boolean hasArrived() throws IOException {
        if (request.getInputStream().available() > 0) {
            return true;
        }
        coyote().action(ActionCode.AVAILABLE, true);
        return coyote().getAvailable() > 0;
    }

    // Tomcat executes the dispatch at the end of the task.
    @Override
    public boolean readAgain() {
        coyote().action(ActionCode.DISPATCH_READ, null);
        return true;
    }

    // Keeps Tomcat from reading the rest of the body, for which a thread would wait. Tomcat treats this as an error.
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
