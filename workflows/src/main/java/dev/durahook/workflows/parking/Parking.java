package dev.durahook.workflows.parking;

import dev.durahook.workflows.policy.Policies;
import io.temporal.common.SearchAttributeKey;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowLocal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Holds a workflow open, in sight, until somebody decides. The workflow stays running with the search attribute
 * {@code DurahookStatus} = {@code parked} and says in its current details what failed and what can be done.
 */
public final class Parking {

    /** Set to {@code parked}, and to {@code discarded}; absent while an event is processed as usual. */
    public static final SearchAttributeKey<String> STATUS = SearchAttributeKey.forKeyword("DurahookStatus");

    /** The failure type of an event that was given up. */
    public static final String DISCARDED = "EventDiscarded";

    private static final WorkflowLocal<Parking> CURRENT = WorkflowLocal.withCachedInitial(Parking::open);
    private static final Logger LOG = Workflow.getLogger(Parking.class);

    private final List<CompletablePromise<Decision>> waiting = new ArrayList<>();
    private boolean findable;

    private Parking() {}

    /** The running workflow's place. The first call makes it listen to the signals. */
    public static Parking ofWorkflow() {
        return CURRENT.get();
    }

    private static Parking open() {
        Parking parking = new Parking();
        Workflow.registerListener(parking.new Signals());
        return parking;
    }

    /**
     * Waits for the signal to try the step again.
     *
     * @param step what failed, as a person would call it
     * @param failure how it failed
     * @throws ApplicationFailure of the type {@value #DISCARDED} if the event is given up
     * @throws CanceledFailure if the workflow is cancelled
     */
    public void untilRetried(String step, ActivityFailure failure) {
        CompletablePromise<Decision> decision = Workflow.newPromise();
        waiting.add(decision);
        show("parked", ParkedDetails.of(step, failure));
        String discardReason = await(decision).discardReason();
        if (discardReason != null) {
            show("discarded", ParkedDetails.discarded(step, failure, discardReason));
            throw ApplicationFailure.newNonRetryableFailure(discardReason, DISCARDED);
        }
        clear();
    }

    private Decision await(CompletablePromise<Decision> decision) {
        try {
            return decision.cancellableGet();
        } catch (CanceledFailure e) {
            waiting.remove(decision);
            clear();
            throw e;
        }
    }

    private void decide(Decision decision) {
        List<CompletablePromise<Decision>> decided = List.copyOf(waiting);
        waiting.clear();
        decided.forEach(promise -> promise.complete(decision));
    }

    private void show(String status, String details) {
        Workflow.setCurrentDetails(details);
        if (isFindable()) {
            Workflow.upsertTypedSearchAttributes(STATUS.valueSet(status));
        }
    }

    private void clear() {
        Workflow.setCurrentDetails("");
        if (findable) {
            Workflow.upsertTypedSearchAttributes(STATUS.valueUnset());
        }
    }

    // What was registered stays so: asked until it is, and no more, to keep the history short.
    private boolean isFindable() {
        if (!findable) {
            findable = isStatusRegistered();
        }
        return findable;
    }

    private static boolean isStatusRegistered() {
        try {
            return Workflow.newLocalActivityStub(ParkingActivities.class, Policies.localOptions())
                    .statusAttributeRegistered();
        } catch (ActivityFailure e) {
            // An event that can't be found by its status is still better off parked than failed.
            LOG.warn("Parked without a search attribute", e);
            return false;
        }
    }

    /** What an operator wants: to retry, or to give up for a reason. */
    private record Decision(@Nullable String discardReason) {}

    private final class Signals implements ParkingSignals {

        @Override
        public void retry() {
            if (waiting.isEmpty()) {
                LOG.info("Signal 'retry' ignored: the event is not parked");
                return;
            }
            decide(new Decision(null));
        }

        @Override
        public void discard(String reason) {
            if (waiting.isEmpty() || reason == null || reason.isBlank()) {
                LOG.info("Signal 'discard' ignored: it needs a parked event and a reason");
                return;
            }
            decide(new Decision(reason));
        }
    }
}
