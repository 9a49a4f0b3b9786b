package dev.durahook.receiver.tracing;

import dev.durahook.workflows.logging.LoggedEvent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.filter.ServerHttpObservationFilter;

/** The span of a delivery's request, which Spring Boot makes. Where nobody traces there is none, and nothing happens. */
public final class DeliverySpan {

    private final HttpServletRequest request;

    private DeliverySpan(HttpServletRequest request) {
        this.request = request;
    }

    /**
     * The span of a request, named by its path, without what a stranger may have put there.
     *
     * @param source the declared source that it is for, or a word for none
     */
    public static DeliverySpan of(HttpServletRequest request, String source) {
        String path = request.getServletPath();
        ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(seen -> seen.setPathPattern(request.getPathInfo() == null ? path : path + "/{source}"));
        Span.current().setAttribute(LoggedEvent.SOURCE, source);
        return new DeliverySpan(request);
    }

    /** The delivery is genuine, so the trace that its sender names is worth a link. */
    public void verified() {
        if (request.getAttribute(OwnTraceFilter.SENT) instanceof HttpServletRequest sent) {
            SpanContext senders = SendersTrace.of(sent);
            if (senders.isValid()) {
                Span.current().addLink(senders);
            }
        }
    }

    /** The delivery is this event alone. */
    public void event(String id, String type) {
        Span.current().setAttribute(LoggedEvent.ID, id).setAttribute(LoggedEvent.TYPE, type);
    }
}
