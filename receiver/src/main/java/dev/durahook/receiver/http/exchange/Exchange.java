package dev.durahook.receiver.http.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A request and its response.
 *
 * @param request the request as changed by the filters in front
 * @param sent the original request; its body can be read only here
 * @param filtered the response as changed by the filters in front
 * @param original the original response
 * @param connection operations that the servlet API lacks
 */
public record Exchange(
        HttpServletRequest request,
        HttpServletRequest sent,
        HttpServletResponse filtered,
        HttpServletResponse original,
        Connection connection) {

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
                response,
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

    /**
     * The response to write to. It is the original one if the request ends in the background: a filter that keeps what is
     * written, for an ETag for example, would pass on nothing.
     */
    public HttpServletResponse response() throws IOException {
        boolean endsInTheBackground = request.isAsyncStarted() || (request.isAsyncSupported() && hasUnreadBody());
        return endsInTheBackground ? original : filtered;
    }

    /** Announces in the response that the connection will be closed. Must be called before the response is written. */
    public void announceEnd() throws IOException {
        announceEnd(sent.getProtocol(), response()::setHeader);
    }

    /**
     * The same for any response. Over HTTP/2, requests share a connection, and the header would make the response invalid.
     *
     * @param protocol the protocol of the request
     * @param header sets a header of the response
     */
    public static void announceEnd(@Nullable String protocol, BiConsumer<String, String> header) {
        if (!"HTTP/2.0".equals(protocol)) {
            header.accept("Connection", "close");
        }
    }
}
