package dev.durahook.receiver.http.exchange;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Hides the body from all filters between the server and the receiver. Spring's filters parse forms, and would hold an
 * unverified body in memory or write it to disk.
 */
public final class UnreadBodyFilter extends HttpFilter {

    /** The request attribute that holds the original request, for {@link Exchange}. */
    static final String SENT = UnreadBodyFilter.class.getName();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // Once the input stream was requested, the server no longer parses a form from the body.
        request.getInputStream();
        request.setAttribute(SENT, request);
        chain.doFilter(new WithoutBody(request), response);
    }
}
