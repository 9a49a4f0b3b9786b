package dev.durahook.receiver.acceptance;

import dev.durahook.workflows.WebhookEvent;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What the Web UI says of an event from its start on, in Markdown: what came, from whom, when. */
final class EventDetails {

    private static final int ORIGINAL_ID_LIMIT = 1_000;

    private EventDetails() {}

    static String of(WebhookEvent event, String verification) {
        String details = """
                - Event type: `%s`
                - Source: `%s`, %s
                - Received: %s
                """.formatted(
                event.type(), event.source(), verification, event.receivedAt().truncatedTo(ChronoUnit.MILLIS));
        return details + originalId(event.originalId()) + position(event.position());
    }

    private static String originalId(@Nullable String id) {
        return id == null ? "" : "- Provider's id: `" + printable(id) + "`\n";
    }

    // Counted from 1, as a person counts.
    private static String position(@Nullable Integer position) {
        return position == null ? "" : "- Number " + (position + 1) + " of the events in its delivery\n";
    }

    private static String printable(String id) {
        String cut = id.length() <= ORIGINAL_ID_LIMIT ? id : id.substring(0, ORIGINAL_ID_LIMIT) + "…";
        return cut.replaceAll("[`\\p{Cntrl}]", "\uFFFD");
    }
}
