package dev.durahook.receiver.acceptance.start;

import java.util.List;

/** Stores verified events. The receiver's only use of Temporal. */
public interface EventStore {

    /** Stores the event unless it is stored already. Never throws: every failure is an {@link Acceptance}. */
    Acceptance store(NewEvent event);

    /** Stores each event unless it is stored already, and returns the result of each, in the same order. */
    default List<Acceptance> storeAll(List<NewEvent> events) {
        return events.stream().map(this::store).toList();
    }
}
