package dev.durahook.receiver.acceptance.start;

import dev.durahook.workflows.TaskPriority;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.text.Quote;
import io.temporal.common.converter.RawValue;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A verified event to be stored in Temporal.
 *
 * @param event the event's metadata
 * @param body the exact bytes that were verified
 * @param taskQueue the task queue of the event's workflow
 * @param memo the memo of the workflow, which marks the event of a workflow of other workers; empty for other events
 * @param summary one line for the Web UI, as short as Temporal takes it
 * @param verification how the delivery was verified, for the workflow's details in the Web UI
 * @param deliveries URL of the provider's page that lists its deliveries, if there is one
 * @param priority the priority of the event's workflow
 */
public record NewEvent(
        WebhookEvent event,
        RawValue body,
        String taskQueue,
        Map<String, Object> memo,
        String summary,
        String verification,
        @Nullable String deliveries,
        TaskPriority priority) {

    private static final int LONGEST_QUOTE = 1_000;

    public NewEvent {
        memo = Map.copyOf(memo);
    }

    /**
     * The workflow's static details in the Web UI, in Markdown: the event's type and size, its source, when it was
     * received, how it was verified, and a link to the provider's page of deliveries.
     */
    String details() {
        return "- What: `" + event.type() + "`, " + size() + mediaType() + "\n"
                + "- From: source `" + event.source() + "`, " + verification + "\n"
                + "- Received: " + event.receivedAt().truncatedTo(ChronoUnit.MILLIS) + "\n"
                + originalId()
                + position()
                + providersPage();
    }

    private String size() {
        return String.format(
                Locale.ROOT, "a body of %,d bytes", body.getPayload().getData().size());
    }

    private String mediaType() {
        String mediaType = event.headers().getOrDefault("content-type", "");
        return mediaType.isBlank() ? "" : " of " + Quote.of(mediaType, LONGEST_QUOTE);
    }

    private String originalId() {
        String id = event.originalId();
        return id == null ? "" : "- Provider's id: " + Quote.of(id, LONGEST_QUOTE) + "\n";
    }

    // Positions are counted from 0; people count from 1.
    private String position() {
        Integer position = event.position();
        return position == null ? "" : "- Number " + (position + 1) + " of the events in its delivery\n";
    }

    // A link in angle brackets is not read as other Markdown.
    private String providersPage() {
        return deliveries == null ? "" : "- The provider's deliveries: <" + deliveries + ">\n";
    }
}
