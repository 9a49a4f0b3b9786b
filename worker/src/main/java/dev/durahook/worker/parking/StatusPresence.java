package dev.durahook.worker.parking;

/** Whether workflows can set the search attribute. */
enum StatusPresence {
    /** The attribute is registered with the type Keyword. */
    USABLE,
    /** The attribute is not registered. */
    MISSING,
    /** An attribute of another type has this name. Setting it would fail the workflow's task. */
    OF_ANOTHER_TYPE,
    /** The server does not support search attributes, such as the in-memory test server. */
    UNKNOWN_TO_SERVER
}
