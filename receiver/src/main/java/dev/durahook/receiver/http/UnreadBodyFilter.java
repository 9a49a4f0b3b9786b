package dev.durahook.receiver.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Keeps the body from everything between the server and the receiver: filters of Spring's parse forms, and would hold
 * all of what a stranger sends, or write it to disk, before anybody has verified it.
 */
final class UnreadBodyFilter extends HttpFilter {

    /** Where {@link Exchange} finds the request as it was sent. */
    static final String SENT = UnreadBodyFilter.class.getName();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // From here on a server takes no form out of the body: somebody else reads it.
        request.getInputStream();
        request.setAttribute(SENT, request);
        chain.doFilter(new WithoutBody(request), response);
    }
}
