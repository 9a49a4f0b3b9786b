package dev.durahook.workflows;

/**
 * The search attribute of events and its values, and a list filter that uses them, as Temporal's lists accept it.
 *
 * @see <a href="https://docs.temporal.io/list-filter">Temporal's list filters</a>
 */
public final class ListFilters {

    /** The search attribute that holds the status of an event, a keyword. */
    public static final String STATUS = "DurahookStatus";

    /** The value of {@link #STATUS} while an event waits for an operator's decision. */
    public static final String PARKED = "parked";

    /**
     * The value of {@link #STATUS} while the workflow of an event waits for something that its author expects, such as
     * a payment.
     */
    public static final String WAITING = "waiting";

    /** A list filter for events that wait neither for a decision nor for something that their author expects. */
    public static final String AT_WORK =
            STATUS + " IS NULL OR (" + STATUS + " != '" + PARKED + "' AND " + STATUS + " != '" + WAITING + "')";

    /**
     * The value of {@link #STATUS} of a workflow that is not an event: an operator's decision on many events, such as
     * {@code durahook.retry-parked}.
     */
    public static final String OPERATION = "operation";

    /** A list filter for events that wait for a decision. */
    public static final String DECIDABLE = "ExecutionStatus = 'Running' AND " + STATUS + " = '" + PARKED + "'";

    /** A list filter for completed events. It also finds workflows that are not events. */
    public static final String COMPLETED =
            "ExecutionStatus = 'Completed' AND TaskQueue != '" + TaskQueues.OPERATIONS + "'";

    private ListFilters() {}

    /** A list filter for the events of a source: each {@link EventId} begins with the source's name. */
    public static String ofSource(String name) {
        return "WorkflowId STARTS_WITH '" + name + ":'";
    }
}
