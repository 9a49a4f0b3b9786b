package dev.durahook.receiver.source;

import dev.durahook.workflows.EventId;
import org.jspecify.annotations.Nullable;

/**
 * An event that was read from a verified delivery.
 *
 * @param id its ID
 * @param type its event type, which names the workflow
 * @param summary one line for the Web UI, at most 400 bytes, such as {@code push · octocat/hello}
 * @param deliveries the provider's page that lists its deliveries, where it has one
 */
public record IdentifiedEvent(
        EventId id, String type, String summary, @Nullable String deliveries) {

    /** An event of a provider that has no page. */
    public IdentifiedEvent(EventId id, String type, String summary) {
        this(id, type, summary, null);
    }
}
