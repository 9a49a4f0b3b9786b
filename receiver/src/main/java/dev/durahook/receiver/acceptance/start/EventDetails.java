package dev.durahook.receiver.acceptance.start;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.text.Quote;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The workflow's static details in the Web UI, in Markdown: the event's type and size, its source, when it was
 * received, how it was verified, and a link to the provider's page of deliveries.
 */
final class EventDetails {

    private static final int LONGEST_QUOTE = 1_000;

    private EventDetails() {}

    static String of(NewEvent fresh) {
        WebhookEvent event = fresh.event();
        return "- What: `" + event.type() + "`, " + body(fresh) + "\n"
                + "- From: source `" + event.source() + "`, " + fresh.verification() + "\n"
                + "- Received: " + event.receivedAt().truncatedTo(ChronoUnit.MILLIS) + "\n"
                + originalId(event.originalId())
                + position(event.position())
                + deliveries(fresh.deliveries());
    }

    private static String body(NewEvent fresh) {
        int size = fresh.body().getPayload().getData().size();
        String mediaType = fresh.event().headers().getOrDefault("content-type", "");
        return String.format(Locale.ROOT, "a body of %,d bytes", size)
                + (mediaType.isBlank() ? "" : " of " + Quote.of(mediaType, LONGEST_QUOTE));
    }

    private static String originalId(@Nullable String id) {
        return id == null ? "" : "- Provider's id: " + Quote.of(id, LONGEST_QUOTE) + "\n";
    }

    // Positions are counted from 0; people count from 1.
    private static String position(@Nullable Integer position) {
        return position == null ? "" : "- Number " + (position + 1) + " of the events in its delivery\n";
    }

    // A link in angle brackets is not read as other Markdown.
    private static String deliveries(@Nullable String link) {
        return link == null ? "" : "- The provider's deliveries: <" + link + ">\n";
    }
}
