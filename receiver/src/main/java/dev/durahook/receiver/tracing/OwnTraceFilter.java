package dev.durahook.receiver.tracing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hides tracing headers from Spring Boot. Otherwise an unverified sender could choose the trace to which the receiver's
 * spans belong, and whether they are sampled.
 */
public final class OwnTraceFilter extends HttpFilter {

    /** The request attribute that holds the original request, for {@link DeliverySpan}. */
    static final String SENT = OwnTraceFilter.class.getName();

    private static final Set<String> HIDDEN = Set.of(
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
        request.setAttribute(SENT, request);
        chain.doFilter(new WithoutTrace(request), response);
    }

    private static boolean isHidden(String header) {
        return HIDDEN.contains(header.toLowerCase(Locale.ROOT));
    }

    private static final class WithoutTrace extends HttpServletRequestWrapper {

        WithoutTrace(HttpServletRequest request) {
            super(request);
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
    }
}
