package dev.durahook.receiver.identity;

import dev.durahook.workflows.EventId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ID, type and summary of an event in a verified delivery.
 *
 * @param id the ID
 * @param type the event type, which is the workflow type
 * @param summary one line for the Web UI, at most 400 bytes, such as {@code push · octocat/hello}
 * @param deliveries URL of the provider's page about its deliveries, if there is one
 * @param namedBy what identified the event
 * @param gaps what the event lacks although its scheme expects it
 */
public record IdentifiedEvent(
        EventId id, String type, String summary, @Nullable String deliveries, NamedBy namedBy, List<Gap> gaps) {

    public IdentifiedEvent {
        gaps = List.copyOf(gaps);
    }

    /** An event with an id from its sender. */
    public IdentifiedEvent(EventId id, String type, String summary, @Nullable String deliveries) {
        this(id, type, summary, deliveries, NamedBy.ID, List.of());
    }

    /** An event with an id from its sender, whose provider has no page about deliveries. */
    public IdentifiedEvent(EventId id, String type, String summary) {
        this(id, type, summary, null);
    }

    /** The same event with one more gap. */
    public IdentifiedEvent lacking(Gap gap) {
        return new IdentifiedEvent(
                id,
                type,
                summary,
                deliveries,
                namedBy,
                Stream.concat(Stream.of(gap), gaps.stream()).toList());
    }
}
