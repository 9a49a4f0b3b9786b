package dev.durahook.receiver.acceptance;

/** Where events are stored before a deadline. */
interface TimelyStore {

    /**
     * Stores the event unless it is stored already. Never throws: what can go wrong is an {@link Acceptance}.
     *
     * @param start says until when, and learns what was refused on the way
     */
    Acceptance store(NewEvent event, Start start);
}
