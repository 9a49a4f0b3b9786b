package dev.durahook.receiver.acceptance.start;

/**
 * Stores an event before the deadline of its {@link WorkflowStart}. An {@link EventStore} sets the deadline, and calls
 * this store once for an event that is delivered several times at the same moment.
 */
public interface DeadlineStore {

    /**
     * Stores the event unless it is stored already. Never throws: every failure is an {@link Acceptance}.
     *
     * @param start gives the deadline, and notes refused attempts
     */
    Acceptance store(NewEvent event, WorkflowStart start);
}
