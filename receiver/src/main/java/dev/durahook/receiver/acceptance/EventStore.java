package dev.durahook.receiver.acceptance;

import java.util.List;

/** Where events are stored. */
public interface EventStore {

    /** Stores the event unless it is stored already. Never throws: what can go wrong is an {@link Acceptance}. */
    Acceptance store(NewEvent event);

    /** Stores each event unless it is stored already, and says what became of each, in the same order. */
    default List<Acceptance> storeAll(List<NewEvent> events) {
        return events.stream().map(this::store).toList();
    }
}
