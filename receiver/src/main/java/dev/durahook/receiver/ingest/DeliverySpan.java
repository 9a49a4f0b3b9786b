package dev.durahook.receiver.ingest;

import dev.durahook.receiver.http.exchange.Exchange;
import dev.durahook.workflows.logging.LoggedEvent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * The tracing span of a delivery's request, which Spring Boot creates. Does nothing if tracing is off.
 *
 * <p>Each delivery begins a new trace of the receiver. A sender's trace is only linked, after the delivery is verified:
 * a sender can't decide which traces are sampled, and none of its baggage is passed on.
 */
final class DeliverySpan {

    /** The only header that tells the sender's trace; {@code tracestate}, for example, is not read. */
    private static final String SENDERS_TRACE = "traceparent";

    private static final TextMapGetter<String> ALONE = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String value) {
            return List.of(SENDERS_TRACE);
        }

        @Override
        public @Nullable String get(@Nullable String value, String name) {
            return name.equals(SENDERS_TRACE) ? value : null;
        }
    };

    private DeliverySpan() {}

    /**
     * Names the span of a request. The name is made from the path pattern, so that it contains no text from strangers.
     *
     * @param source the declared source, or {@code unknown}
     */
    static void begin(HttpServletRequest request, String source) {
        String path = request.getServletPath();
        ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(seen -> seen.setPathPattern(request.getPathInfo() == null ? path : path + "/{source}"));
        Span.current().setAttribute(LoggedEvent.SOURCE, source);
    }

    /** Links the span to the sender's trace, now that the delivery is verified. */
    static void verified(Exchange exchange) {
        // If no filter hid the sender's trace, as after a forward, the span belongs to that trace already.
        if (exchange.sent() != exchange.request()) {
            SpanContext senders = sendersTrace(exchange.sent());
            if (senders.isValid()) {
                Span.current().addLink(senders);
            }
        }
    }

    /** Adds the event to the span. Only for deliveries of a single event. */
    static void event(String id, String type) {
        Span.current().setAttribute(LoggedEvent.ID, id).setAttribute(LoggedEvent.TYPE, type);
    }

    // Not valid if the header is missing or malformed.
    private static SpanContext sendersTrace(HttpServletRequest sent) {
        String header = sent.getHeader(SENDERS_TRACE);
        Context context = W3CTraceContextPropagator.getInstance().extract(Context.root(), header, ALONE);
        return Span.fromContext(context).getSpanContext();
    }
}
