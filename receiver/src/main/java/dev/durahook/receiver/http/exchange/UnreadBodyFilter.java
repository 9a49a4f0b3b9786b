package dev.durahook.receiver.http.exchange;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** A request whose body appears empty. The parameters come from the query only. */
    private static final class WithoutBody extends HttpServletRequestWrapper {

        WithoutBody(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() {
            return new NoBytes();
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(Reader.nullReader());
        }

        @Override
        public Collection<Part> getParts() {
            return List.of();
        }

        @Override
        public @Nullable Part getPart(String name) {
            return null;
        }
    }

    /** An empty stream. */
    private static final class NoBytes extends ServletInputStream {

        @Override
        public int read() {
            return -1;
        }

        @Override
        public boolean isFinished() {
            return true;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("only the receiver may read the body of a delivery");
        }
    }
}
