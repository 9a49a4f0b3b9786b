package dev.durahook.workflows.parking;

import dev.durahook.workflows.ListFilters;
import dev.durahook.workflows.policy.Policies;
import io.temporal.common.SearchAttributeKey;
import io.temporal.failure.ActivityFailure;
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

    /** Given up, as a whole or in part. */
    public static final String DISCARDED = "discarded";

    /** No route, no handler and no workflow takes it. */
    public static final String UNHANDLED = "unhandled";

    private static final WorkflowLocal<EventStatus> CURRENT = WorkflowLocal.withCachedInitial(EventStatus::new);
    private static final Logger LOG = Workflow.getLogger(EventStatus.class);

    private boolean findable;

    private EventStatus() {}

    /** That of the running workflow. */
    public static EventStatus ofWorkflow() {
        return CURRENT.get();
    }

    /** Sets it, where it is registered. */
    public void set(String status) {
        if (isFindable()) {
            Workflow.upsertTypedSearchAttributes(KEY.valueSet(status));
        }
    }

    /** Sets it to what it was before something was parked. */
    void restore(@Nullable String before) {
        if (findable) {
            Workflow.upsertTypedSearchAttributes(before == null ? KEY.valueUnset() : KEY.valueSet(before));
        }
    }

    // What was registered stays so: asked until it is, and no more, to keep the history short.
    private boolean isFindable() {
        if (!findable) {
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
