package dev.durahook.receiver.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The trace to which a sender says that its request belongs. */
final class SendersTrace {

    /** The only header that is read; {@code tracestate}, for example, is not. */
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

    /** The context in the header; not valid if the header is missing or malformed. */
    static SpanContext of(HttpServletRequest request) {
        String header = request.getHeader(HEADER);
        Context context = W3CTraceContextPropagator.getInstance().extract(Context.root(), header, ALONE);
        return Span.fromContext(context).getSpanContext();
    }
}
