package dev.durahook.receiver.http.refusal;

import dev.durahook.receiver.http.body.BodyReader;
import dev.durahook.receiver.http.exchange.DeliveryPaths;
import dev.durahook.receiver.http.exchange.Exchange;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Allows a body only in deliveries. Other paths, such as health checks, accept only {@code GET} and {@code HEAD}
 * without a body, so Spring's parsing of forms and uploads can't be reached. Their query must be well formed.
 */
final class DeliveriesOnlyFilter extends HttpFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final transient BodyReader bodies;
    private final transient Refusals refusals;

    DeliveriesOnlyFilter(BodyReader bodies, Refusals refusals) {
        this.bodies = bodies;
        this.refusals = refusals;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Exchange exchange = Exchange.of(request, response);
        if (DeliveryPaths.match(request)) {
            chain.doFilter(request, response);
        } else if (!READING.contains(request.getMethod()) || exchange.hasUnreadBody()) {
            bodies.dismiss(exchange, () -> refusals.send(response, ServerProblem.NOTHING_HERE));
        } else if (hasMalformedQuery(request)) {
            refusals.send(response, ServerProblem.BAD_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }

    // The server throws an exception that Spring does not expect, and that would be logged for each such request.
    private static boolean hasMalformedQuery(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return false;
        } catch (IllegalStateException malformed) {
            return true;
        }
    }
}
