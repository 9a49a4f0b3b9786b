package dev.durahook.receiver.http.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/**
 * A request and its response.
 *
 * @param request the request as changed by the filters in front
 * @param sent the original request; its body can be read only here
 * @param response the original response. A filter that keeps what is written, for an ETag for example, passes on nothing
 *     of a request that is answered in the background
 * @param connection operations that the servlet API lacks
 */
public record Exchange(
        HttpServletRequest request, HttpServletRequest sent, HttpServletResponse response, Connection connection) {

    /** The exchange of a request and a response in a servlet or a filter. */
    public static Exchange of(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpServletRequest sent = Objects.requireNonNullElse(
                (HttpServletRequest) request.getAttribute(UnverifiedRequestFilter.SENT), request);
        HttpServletResponse original = Objects.requireNonNullElse(
                (HttpServletResponse) request.getAttribute(UnverifiedRequestFilter.RESPONSE), response);
        Connection connection = (Connection) request.getAttribute(Connection.ATTRIBUTE);
        return new Exchange(
                request,
                sent,
                original,
                connection == null ? new ServletConnection(sent.getInputStream()) : connection);
    }

    /** Whether a part of the body has not been read yet. */
    public boolean hasUnreadBody() throws IOException {
        return sent.getContentLengthLong() != 0 && !sent.getInputStream().isFinished();
    }

    /** The value of Content-Length; -1 if the length is unknown, and 0 if there is no unread body. */
    public long announced() throws IOException {
        return hasUnreadBody() ? sent.getContentLengthLong() : 0;
    }

    /** Announces in the response that the connection will be closed. Must be called before the response is written. */
    public void announceEnd() {
        response.setHeader("Connection", "close");
    }
}
