package dev.durahook.receiver.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The trace that a sender says its request is part of. */
final class SendersTrace {

    /** The one header that is read; what it may carry along, such as {@code tracestate}, is not. */
    static final String HEADER = "traceparent";

    private static final TextMapGetter<String> ALONE = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String value) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String value, String name) {
            return name.equals(HEADER) ? value : null;
        }
    };

    private SendersTrace() {}

    /** Its context, which is not valid where there is none, or none of the W3C's form. */
    static SpanContext of(HttpServletRequest request) {
        String header = request.getHeader(HEADER);
        Context context = W3CTraceContextPropagator.getInstance().extract(Context.root(), header, ALONE);
        return Span.fromContext(context).getSpanContext();
    }
}
