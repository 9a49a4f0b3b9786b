package dev.durahook.workflows.parking;

import dev.durahook.workflows.ListFilters;
import dev.durahook.workflows.policy.Policies;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributes;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.ContinueAsNewOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowLocal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * What became of an event, as lists are searched for it: the search attribute {@code DurahookStatus}. Absent while an
 * event is processed as usual. Only for workflow code.
 */
public final class EventStatus {

    /** The search attribute, a keyword. */
    public static final SearchAttributeKey<String> KEY = SearchAttributeKey.forKeyword(ListFilters.STATUS);

    /** Waits for a decision. */
    public static final String PARKED = ListFilters.PARKED;

    /** Waits for what its author expects. */
    public static final String WAITING = ListFilters.WAITING;

    /** Given up, as a whole or in part. */
    public static final String DISCARDED = "discarded";

    /** No route, no handler and no workflow takes it. */
    public static final String UNHANDLED = "unhandled";

    private static final WorkflowLocal<EventStatus> CURRENT = WorkflowLocal.withCachedInitial(EventStatus::new);
    private static final Logger LOG = Workflow.getLogger(EventStatus.class);

    private boolean findable;
    private boolean asksEachTime;
    private boolean parked;
    private boolean waiting;
    private @Nullable String outcome;

    private EventStatus() {}

    /** That of the running workflow. */
    public static EventStatus ofWorkflow() {
        return CURRENT.get();
    }

    /** Sets it, where it is registered. */
    public void set(String status) {
        parked = PARKED.equals(status);
        if (!parked) {
            outcome = status;
        }
        if (isFindable()) {
            upsert();
        }
    }

    /** Sets it to what it was before something was parked. */
    void restore(@Nullable String before) {
        parked = false;
        outcome = before;
        if (findable && isFindable()) {
            upsert();
        }
    }

    /** Says whether the workflow waits for what its author expects. What is parked meanwhile is found as parked. */
    public void waiting(boolean now) {
        askEachTime();
        waiting = now;
        if (!parked && isFindable()) {
            upsert();
        }
    }

    private void upsert() {
        String status = parked ? PARKED : waiting ? WAITING : outcome;
        Workflow.upsertTypedSearchAttributes(status == null ? KEY.valueUnset() : KEY.valueSet(status));
    }

    /**
     * From now on each change asks first, in the same task, whether the attribute is there. Temporal refuses a task that
     * sets one which is not, and has the workflow try again; the answer of then counts, since that of a refused task is
     * not recorded.
     */
    void askEachTime() {
        asksEachTime = true;
    }

    /** Asks whether a new run may have the attribute: Temporal would refuse to begin one with an attribute that is gone. */
    public void askForNewRun() {
        if (asksEachTime && Workflow.getTypedSearchAttributes().containsKey(KEY)) {
            findable = isRegistered();
        }
    }

    /** How a new run begins after {@link #askForNewRun}; as this one if absent. */
    public @Nullable ContinueAsNewOptions newRun() {
        SearchAttributes now = Workflow.getTypedSearchAttributes();
        if (findable || !asksEachTime || !now.containsKey(KEY)) {
            return null;
        }
        return ContinueAsNewOptions.newBuilder()
                .setTypedSearchAttributes(
                        SearchAttributes.newBuilder(now).unset(KEY).build())
                .build();
    }

    private boolean isFindable() {
        if (!findable || asksEachTime) {
            findable = isRegistered();
        }
        return findable;
    }

    private static boolean isRegistered() {
        try {
            return Workflow.newLocalActivityStub(ParkingActivities.class, Policies.localOptions())
                    .statusAttributeRegistered();
        } catch (ActivityFailure e) {
            // An event that can't be found by its status is still better off processed, or parked, than failed.
            LOG.warn("Processed without a search attribute", e);
            return false;
        }
    }
}
