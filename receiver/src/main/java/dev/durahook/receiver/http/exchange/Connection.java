package dev.durahook.receiver.http.exchange;

import jakarta.servlet.AsyncContext;
import java.io.IOException;

/**
 * Operations on a request's connection that the servlet API lacks. A server that supports more than {@link
 * ServletConnection} sets a request attribute to its own implementation.
 */
public interface Connection {

    /** The name of the request attribute. */
    String ATTRIBUTE = Connection.class.getName();

    /** Makes the response writable again after the server has set an error, as it does when a body can't be read. */
    void reopen();

    /**
     * Whether some of the body can be discarded without blocking. For a request in the background, the server calls
     * back when this changes to true.
     */
    boolean canDiscard() throws IOException;

    /**
     * Reads and discards some of the body, even after the response.
     *
     * @return how many bytes were discarded; less than 1 at the end of the body
     */
    int discard() throws IOException;

    /**
     * Whether bytes of the body have arrived that are not read yet. Must not be used for requests in the background, whose
     * input stream knows it.
     */
    boolean hasArrived() throws IOException;

    /**
     * Makes the server call the read listener of a request in the background again, on a thread that has the connection to
     * itself. Must be called in a task of {@link AsyncContext#start}.
     *
     * @return false if the server offers no such call
     */
    boolean readAgain();

    /**
     * Closes the connection after the response without reading the rest of the request. Must not be used for requests
     * in the background: the server closes their connection if the response has {@code Connection: close}.
     */
    void hangUp();
}
