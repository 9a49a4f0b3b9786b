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
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hides the body and the tracing headers of an unverified request from all filters between the server and the receiver.
 * Spring's filters parse forms, and would hold an unverified body in memory or write it to disk. With tracing headers,
 * the sender could choose the trace to which the receiver's spans belong, and whether they are sampled.
 */
public final class UnverifiedRequestFilter extends HttpFilter {

    /** The request attribute that holds the original request, for {@link Exchange}. */
    static final String SENT = UnverifiedRequestFilter.class.getName();

    /** The request attribute that holds the original response, for {@link Exchange}. */
    static final String RESPONSE = SENT + ".response";

    private static final Set<String> TRACING_HEADERS = Set.of(
            "traceparent",
            "tracestate",
            "baggage",
            "b3",
            "x-b3-traceid",
            "x-b3-spanid",
            "x-b3-parentspanid",
            "x-b3-sampled",
            "x-b3-flags");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // Once the input stream was requested, the server no longer parses a form from the body.
        request.getInputStream();
        request.setAttribute(SENT, request);
        request.setAttribute(RESPONSE, response);
        chain.doFilter(new Unverified(request), response);
    }

    /**
     * A request whose body appears empty, without tracing headers. The parameters come from the query only; there are none if
     * the query is malformed.
     */
    private static final class Unverified extends HttpServletRequestWrapper {

        Unverified(HttpServletRequest request) {
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

        // The server throws an exception if the query is malformed. Filters don't expect it, and the delivery may be
        // genuine.
        @Override
        public Map<String, String[]> getParameterMap() {
            try {
                return super.getParameterMap();
            } catch (IllegalStateException malformed) {
                return Map.of();
            }
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = getParameterValues(name);
            return values == null ? null : values[0];
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return getParameterMap().get(name);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isHidden(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                    .filter(name -> !isHidden(name))
                    .toList());
        }

        private static boolean isHidden(String header) {
            return TRACING_HEADERS.contains(header.toLowerCase(Locale.ROOT));
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
