package dev.durahook.workflows.parking;

import dev.durahook.workflows.ListFilters;
import dev.durahook.workflows.policy.Policies;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributes;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.ContinueAsNewOptions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowLocal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * The status of an event by which lists of workflows are filtered: the search attribute {@code DurahookStatus}. The
 * attribute is absent while an event is processed as usual. Only for workflow code.
 */
public final class EventStatus {

    /** The search attribute, a keyword. */
    public static final SearchAttributeKey<String> KEY = SearchAttributeKey.forKeyword(ListFilters.STATUS);

    /** The event waits for an operator's decision. */
    public static final String PARKED = ListFilters.PARKED;

    /** The event waits for something that the workflow's author expects, such as a payment. */
    public static final String WAITING = ListFilters.WAITING;

    /** The event, or a step of the event, was discarded. */
    public static final String DISCARDED = "discarded";

    /** No route, no handler and no workflow takes the event. */
    public static final String UNHANDLED = "unhandled";

    private static final WorkflowLocal<EventStatus> CURRENT = WorkflowLocal.withCachedInitial(EventStatus::new);
    private static final Logger LOG = Workflow.getLogger(EventStatus.class);

    private boolean findable;
    private boolean asksEachTime;
    private boolean parked;
    private boolean waiting;
    private @Nullable String outcome;

    private EventStatus() {}

    /** The status of the running workflow. */
    public static EventStatus ofWorkflow() {
        return CURRENT.get();
    }

    /** Sets the status, if the search attribute is registered. */
    public void set(String status) {
        parked = PARKED.equals(status);
        if (!parked) {
            outcome = status;
        }
        if (isFindable()) {
            upsert();
        }
    }

    /** Ends the status {@code parked} and sets the status that the event had before. */
    void restore(@Nullable String before) {
        parked = false;
        outcome = before;
        if (findable && isFindable()) {
            upsert();
        }
    }

    /** Sets or ends the status {@code waiting}. A parked event keeps the status {@code parked} meanwhile. */
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
     * From now on, each change of the status asks first, in the same workflow task, whether the search attribute is
     * registered. Temporal refuses a task that sets an attribute that is not registered, and lets the workflow try
     * again. The new try asks again, because the answer in a refused task is not recorded.
     */
    void askEachTime() {
        asksEachTime = true;
    }

    /**
     * Asks whether a new run may begin with the attribute. Temporal refuses to begin a run with an attribute that is no
     * longer registered.
     */
    public void askForNewRun() {
        if (asksEachTime && Workflow.getTypedSearchAttributes().containsKey(KEY)) {
            findable = isRegistered();
        }
    }

    /**
     * Waits until the work has ended, or until the history is so long that a new run has to take over.
     *
     * @param work the parts of the work, each in a thread of its own
     * @param mayTakeOver whether a new run could take over now; must have no effect
     * @return true if the work has ended; false if a new run must take over
     * @throws CanceledFailure if the workflow is cancelled before the work is done; the parts have ended then, if a
     *     step was parked or the workflow was cancelled before this call
     */
    public boolean endsInThisRun(List<Promise<Void>> work, Supplier<Boolean> mayTakeOver) {
        CancelledWork cancellation = CancelledWork.ofWorkflow();
        if (CancellationScope.current().isCancelRequested()) {
            cancellation.record();
        }
        try {
            return endsInThisRun(Promise.allOf(work), mayTakeOver);
        } catch (CanceledFailure cancelled) {
            if (cancellation.hasEnded(work)) {
                return true;
            }
            throw cancelled;
        }
    }

    private boolean endsInThisRun(Promise<Void> work, Supplier<Boolean> mayTakeOver) {
        Supplier<Boolean> hasToTakeOver =
                () -> mayTakeOver.get() && Workflow.getInfo().isContinueAsNewSuggested();
        while (true) {
            Workflow.await(() -> work.isCompleted() || hasToTakeOver.get());
            if (work.isCompleted()) {
                work.get();
                return true;
            }
            askForNewRun();
            if (hasToTakeOver.get()) {
                return false;
            }
        }
    }

    /**
     * The options of a new run, after {@link #askForNewRun}. Null if the new run begins with the same attributes as
     * this run.
     */
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
            // It is better to process or park an event that can't be found by its status than to fail.
            LOG.warn(
                    "Can't find out whether the search attribute {} is registered; going on without it",
                    KEY.getName(),
                    e);
            return false;
        }
    }
}
