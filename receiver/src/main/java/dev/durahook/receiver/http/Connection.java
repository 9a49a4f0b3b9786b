package dev.durahook.receiver.http;

import java.io.IOException;

/**
 * What can be done about the connection of a request beside what the servlet API knows. A server that can do more than
 * {@link ServletConnection} puts its own into an attribute of the request.
 */
public interface Connection {

    /** The attribute's name. */
    String ATTRIBUTE = Connection.class.getName();

    /** Takes back that the server has already decided how to answer, as it does when a body can't be read. */
    void reopen();

    /** Whether some of the body can be thrown away without waiting. In the background, the server says when that changes. */
    boolean canDiscard() throws IOException;

    /**
     * Reads some of the body and throws it away, even after the answer.
     *
     * @return how many bytes; less than one at the body's end
     */
    int discard() throws IOException;

    /**
     * Closes the connection after the answer, and reads no more of the request. Not for requests in the background, where a
     * server does so by itself once the answer says that the connection ends.
     */
    void hangUp();
}
