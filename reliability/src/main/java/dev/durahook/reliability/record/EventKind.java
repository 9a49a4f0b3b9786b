package dev.durahook.reliability.record;

import java.util.Locale;

/** The kinds of events of a run. The kind decides where the event's effect must be seen. */
public enum EventKind {
    /** Goes to an HTTP destination. */
    DELIVERED,
    /** Goes to a handler that keeps its keys in a ledger. */
    BOOKED,
    /** Goes to a workflow that waits for it, as an update. */
    ORDERED,
    /** Goes to a workflow that the event starts if there is none, as an update. */
    BEGUN,
    /** Goes to a workflow that waits for it, as a signal. */
    NOTED,
    /** Goes to an activity of a worker without Durahook. */
    SCORED,
    /** Goes to a workflow that has no such update, so the event must be parked. */
    REFUSED;

    private static final String BEGUN_PREFIX = "begun-";

    /** The event's type without the source, such as {@code booked}. */
    public String type() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the event is handed over to a workflow, which must happen once. */
    public boolean isHandedOver() {
        return this == ORDERED || this == BEGUN || this == NOTED;
    }

    /**
     * The end of the ID of the workflow to which an event of this kind goes.
     *
     * @param order the number of the event's order
     */
    public String workflow(String order) {
        return this == BEGUN ? BEGUN_PREFIX + order : order;
    }

    /** The kind of the events that belong to an update of a workflow with an ID that ends so. */
    public static EventKind ofUpdate(String workflow) {
        return workflow.startsWith(BEGUN_PREFIX) ? BEGUN : ORDERED;
    }
}
