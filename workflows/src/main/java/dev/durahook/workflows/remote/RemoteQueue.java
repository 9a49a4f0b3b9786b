package dev.durahook.workflows.remote;

import dev.durahook.workflows.routing.EventPattern;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The task queue of other workers, and the events that start workflows there.
 *
 * @param name the name under {@code durahook.workflows}
 * @param eventTypes the patterns of the types of these events
 * @param taskQueue the task queue
 */
public record RemoteQueue(String name, List<EventPattern> eventTypes, String taskQueue) {

    public RemoteQueue {
        eventTypes = List.copyOf(eventTypes);
    }

    /** The whole name of one of the keys, for messages. */
    public String key(String key) {
        return RemoteQueues.GROUP + "." + name + "." + key;
    }

    /** A line for the log of the start, with the name, the event types and the task queue. */
    public String line() {
        String types = eventTypes.stream().map(EventPattern::value).collect(Collectors.joining(", "));
        return "Workflows %s: %s on the task queue %s".formatted(name, types, taskQueue);
    }

    /** The patterns that match no event of any of these sources. */
    public List<String> withoutSource(Collection<String> sources) {
        return eventTypes.stream()
                .filter(pattern -> sources.stream().noneMatch(pattern::mayMatchTypeOf))
                .map(EventPattern::value)
                .toList();
    }

    /** Whether every event type that matches a pattern starts its workflow on this task queue. */
    public boolean takesAllOf(EventPattern pattern) {
        return eventTypes.stream().anyMatch(own -> own.covers(pattern));
    }
}
