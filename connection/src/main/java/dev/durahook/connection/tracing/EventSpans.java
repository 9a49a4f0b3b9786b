package dev.durahook.connection.tracing;

import io.opentracing.Tracer;
import io.temporal.opentracing.SpanBuilderProvider;
import io.temporal.opentracing.SpanCreationContext;
import java.util.Map;
import org.slf4j.MDC;

/** Adds the log's fields about the event to Temporal's spans, under the same names. */
final class EventSpans implements SpanBuilderProvider {

    private static final String PREFIX = "durahook.";

    private final SpanBuilderProvider usual;

    EventSpans(SpanBuilderProvider usual) {
        this.usual = usual;
    }

    @Override
    public Tracer.SpanBuilder createSpanBuilder(Tracer tracer, SpanCreationContext context) {
        Tracer.SpanBuilder span = usual.createSpanBuilder(tracer, context);
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
