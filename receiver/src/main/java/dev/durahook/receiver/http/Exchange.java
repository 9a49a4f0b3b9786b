package dev.durahook.receiver.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/**
 * A request and its response.
 *
 * @param request the request as the filters in front have left it
 * @param sent the request as it was sent; the only one whose body can be read
 * @param response what is written goes to the sender
 * @param connection what else the server can do
 */
public record Exchange(
        HttpServletRequest request, HttpServletRequest sent, HttpServletResponse response, Connection connection) {

    /** Those of a servlet or a filter. */
    public static Exchange of(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpServletRequest sent =
                Objects.requireNonNullElse((HttpServletRequest) request.getAttribute(UnreadBodyFilter.SENT), request);
        Connection connection = (Connection) request.getAttribute(Connection.ATTRIBUTE);
        return new Exchange(
                request,
                sent,
                response,
                connection == null ? new ServletConnection(sent.getInputStream()) : connection);
    }

    /** Whether there is something of the body that nobody has read. */
    boolean hasUnreadBody() throws IOException {
        return sent.getContentLengthLong() != 0 && !sent.getInputStream().isFinished();
    }

    /** The length that the request's headers give; -1 if they give none, and 0 if there is no body. */
    long announced() throws IOException {
        return hasUnreadBody() ? sent.getContentLengthLong() : 0;
    }

    /** Says in the answer that there is no other on this connection. To be called before the answer is written. */
    void announceEnd() {
        response.setHeader("Connection", "close");
    }
}
