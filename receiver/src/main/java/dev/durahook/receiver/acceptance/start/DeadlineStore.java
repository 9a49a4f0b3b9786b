package dev.durahook.receiver.acceptance.start;

import dev.durahook.receiver.acceptance.OncePerEvent;

/**
 * Stores an event before the deadline of its {@link WorkflowStart}. {@link OncePerEvent} wraps this store and makes it
 * an {@link EventStore}.
 */
public interface DeadlineStore {

    /**
     * Stores the event unless it is stored already. Never throws: every failure is an {@link Acceptance}.
     *
     * @param start gives the deadline, and is told of refused attempts
     */
    Acceptance store(NewEvent event, WorkflowStart start);
}
