package dev.durahook.receiver.tracing;

import dev.durahook.workflows.logging.LoggedEvent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.filter.ServerHttpObservationFilter;

/** The tracing span of a delivery's request, which Spring Boot creates. Does nothing if tracing is off. */
public final class DeliverySpan {

    private final HttpServletRequest request;

    private DeliverySpan(HttpServletRequest request) {
        this.request = request;
    }

    /**
     * The span of a request. Its name is made from the path pattern, so that it contains no text from strangers.
     *
     * @param source the declared source, or {@code unknown}
     */
    public static DeliverySpan of(HttpServletRequest request, String source) {
        String path = request.getServletPath();
        ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(seen -> seen.setPathPattern(request.getPathInfo() == null ? path : path + "/{source}"));
        Span.current().setAttribute(LoggedEvent.SOURCE, source);
        return new DeliverySpan(request);
    }

    /** Links the span to the sender's trace, now that the delivery is verified. */
    public void verified() {
        if (request.getAttribute(OwnTraceFilter.SENT) instanceof HttpServletRequest sent) {
            SpanContext senders = SendersTrace.of(sent);
            if (senders.isValid()) {
                Span.current().addLink(senders);
            }
        }
    }

    /** Adds the event to the span. Only for deliveries of a single event. */
    public void event(String id, String type) {
        Span.current().setAttribute(LoggedEvent.ID, id).setAttribute(LoggedEvent.TYPE, type);
    }
}
