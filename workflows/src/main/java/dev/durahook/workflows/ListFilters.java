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

    /** Events that do not wait for a decision. */
    public static final String UNPARKED = STATUS + " IS NULL OR " + STATUS + " != '" + PARKED + "'";

    private ListFilters() {}
}
