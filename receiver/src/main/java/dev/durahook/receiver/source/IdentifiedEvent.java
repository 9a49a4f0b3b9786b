package dev.durahook.receiver.source;

import dev.durahook.workflows.EventId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event that was read from a verified delivery.
 *
 * @param id its ID
 * @param type its event type, which names the workflow
 * @param summary one line for the Web UI, at most 400 bytes, such as {@code push · octocat/hello}
 * @param deliveries the provider's page that lists its deliveries, where it has one
 * @param namedBy what named it
 * @param gaps what it lacks that an event of its scheme has
 */
public record IdentifiedEvent(
        EventId id, String type, String summary, @Nullable String deliveries, NamedBy namedBy, List<Gap> gaps) {

    public IdentifiedEvent {
        gaps = List.copyOf(gaps);
    }

    /** An event that its sender named. */
    public IdentifiedEvent(EventId id, String type, String summary, @Nullable String deliveries) {
        this(id, type, summary, deliveries, NamedBy.ID, List.of());
    }

    /** An event that its sender named, of a provider that has no page. */
    public IdentifiedEvent(EventId id, String type, String summary) {
        this(id, type, summary, null);
    }

    /** The same with one more that it lacks. */
    IdentifiedEvent lacking(Gap gap) {
        return new IdentifiedEvent(
                id,
                type,
                summary,
                deliveries,
                namedBy,
                Stream.concat(Stream.of(gap), gaps.stream()).toList());
    }
}
