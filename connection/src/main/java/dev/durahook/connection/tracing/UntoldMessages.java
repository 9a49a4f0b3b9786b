package dev.durahook.connection.tracing;

import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.exporter.SpanFilter;
import java.util.List;

/**
 * Takes the failures out of Temporal's spans. They come with message and stack trace, and a message may quote a body. That
 * there was one is the span's status, and its type is an attribute.
 */
final class UntoldMessages implements SpanFilter {

    private static final String TEMPORALS = "workflowId";

    @Override
    public FinishedSpan map(FinishedSpan span) {
        if (span.getTags().containsKey(TEMPORALS)) {
            span.setEvents(List.of());
        }
        return span;
    }
}
