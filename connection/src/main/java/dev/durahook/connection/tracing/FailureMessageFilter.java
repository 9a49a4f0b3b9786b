package dev.durahook.connection.tracing;

import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.exporter.SpanFilter;
import java.util.List;

/**
 * Removes failures from Temporal's spans: a failure has a message and a stack trace, and the message may quote a body.
 * The span's status still shows that there was a failure, and an attribute shows its type.
 */
final class FailureMessageFilter implements SpanFilter {

    @Override
    public FinishedSpan map(FinishedSpan span) {
        if (span.getTags().containsKey(EventSpans.TEMPORAL)) {
            span.setEvents(List.of());
        }
        return span;
    }
}
