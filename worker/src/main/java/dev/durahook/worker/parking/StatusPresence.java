package dev.durahook.worker.parking;

/** Whether the search attribute is there to be set. */
enum StatusPresence {
    /** It is registered, as a keyword. */
    USABLE,
    /** It is not registered. */
    MISSING,
    /** Another has its name, and is of another type. Setting it would fail the workflow's task. */
    OF_ANOTHER_TYPE,
    /** The server has no search attributes that could be asked for, as the one in memory. */
    UNKNOWN_TO_SERVER
}
