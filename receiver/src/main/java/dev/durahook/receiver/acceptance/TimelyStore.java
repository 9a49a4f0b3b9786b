package dev.durahook.receiver.acceptance;

/** Stores events before a deadline. */
interface TimelyStore {

    /**
     * Stores the event unless it is stored already. Never throws: every failure is an {@link Acceptance}.
     *
     * @param start gives the deadline, and is told of refused attempts
     */
    Acceptance store(NewEvent event, WorkflowStart start);
}
