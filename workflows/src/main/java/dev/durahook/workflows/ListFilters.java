package dev.durahook.workflows;

/**
 * How events are told apart in Temporal's lists, in the words of a list filter.
 *
 * @see <a href="https://docs.temporal.io/list-filter">Temporal's list filters</a>
 */
public final class ListFilters {

    /** The search attribute that says what became of an event, a keyword. */
    public static final String STATUS = "DurahookStatus";

    /** Its value while an event waits for a decision. */
    public static final String PARKED = "parked";

    /** Its value while the workflow of an event waits for what its author expects, such as a payment. */
    public static final String WAITING = "waiting";

    /** Events that neither wait for a decision nor for what their author expects. */
    public static final String AT_WORK =
            STATUS + " IS NULL OR (" + STATUS + " != '" + PARKED + "' AND " + STATUS + " != '" + WAITING + "')";

    private ListFilters() {}
}
