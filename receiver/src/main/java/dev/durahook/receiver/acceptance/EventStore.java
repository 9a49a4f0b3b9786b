package dev.durahook.receiver.acceptance;

/** Where events are stored. */
public interface EventStore {

    /** Stores the event unless it is stored already. Never throws: what can go wrong is an {@link Acceptance}. */
    Acceptance store(NewEvent event);
}
