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
        return unread().canDiscard();
    }

    @Override
    public int discard() throws IOException {
        return unread().discard();
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

    // Tomcat treats this as an error.
    @Override
    public void hangUp() {
        unread().hangUp();
        request.getResponse().setErrorReported();
    }

    /** The body of the request, as far as it was not read. */
    UnreadBody unread() {
        return new UnreadBody(coyote());
    }

    private org.apache.coyote.Request coyote() {
        return request.getCoyoteRequest();
    }
}
