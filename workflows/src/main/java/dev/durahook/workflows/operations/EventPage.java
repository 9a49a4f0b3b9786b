package dev.durahook.workflows.operations;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the events that an operation has found.
 *
 * @param events the events
 * @param next where the next page begins, as Temporal says it, in Base64; null if this page is the last
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EventPage(List<EventRun> events, @Nullable String next) {

    public EventPage {
        events = List.copyOf(events);
    }
}
