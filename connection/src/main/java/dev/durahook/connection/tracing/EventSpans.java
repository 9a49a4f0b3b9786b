package dev.durahook.connection.tracing;

import io.opentracing.Tracer;
import io.temporal.opentracing.SpanBuilderProvider;
import io.temporal.opentracing.SpanCreationContext;
import java.util.Map;
import org.slf4j.MDC;

/** Marks each of Temporal's spans, and adds the log's fields about the event, under the same names. */
final class EventSpans implements SpanBuilderProvider {

    /** The tag of each span that Temporal's interceptors make. Temporal's own tags differ, and some spans have none. */
    static final String TEMPORAL = "durahook.temporal";

    private static final String PREFIX = "durahook.";

    private final SpanBuilderProvider usual;

    EventSpans(SpanBuilderProvider usual) {
        this.usual = usual;
    }

    @Override
    public Tracer.SpanBuilder createSpanBuilder(Tracer tracer, SpanCreationContext context) {
        Tracer.SpanBuilder span = usual.createSpanBuilder(tracer, context);
        span.withTag(TEMPORAL, true);
        Map<String, String> logged = MDC.getCopyOfContextMap();
        if (logged != null) {
            logged.forEach((name, value) -> tag(span, name, value));
        }
        return span;
    }

    private static void tag(Tracer.SpanBuilder span, String name, String value) {
        if (name.startsWith(PREFIX)) {
            span.withTag(name, value);
        }
    }
}
