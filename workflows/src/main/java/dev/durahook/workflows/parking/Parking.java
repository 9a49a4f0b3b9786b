package dev.durahook.workflows.parking;

import dev.durahook.workflows.policy.Policies;
import io.temporal.common.SearchAttributeKey;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowLocal;
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

    private boolean parked;
    private @Nullable String discardReason;

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
     */
    public void untilRetried(String step, ActivityFailure failure) {
        parked = true;
        show("parked", ParkedDetails.of(step, failure));
        Workflow.await(() -> !parked);
        if (discardReason != null) {
            show("discarded", ParkedDetails.discarded(step, failure, discardReason));
            throw ApplicationFailure.newNonRetryableFailure(discardReason, DISCARDED);
        }
        clear();
    }

    private static void show(String status, String details) {
        Workflow.setCurrentDetails(details);
        if (statusAttributeRegistered()) {
            Workflow.upsertTypedSearchAttributes(STATUS.valueSet(status));
        }
    }

    private static void clear() {
        Workflow.setCurrentDetails("");
        if (statusAttributeRegistered()) {
            Workflow.upsertTypedSearchAttributes(STATUS.valueUnset());
        }
    }

    private static boolean statusAttributeRegistered() {
        return Workflow.newLocalActivityStub(ParkingActivities.class, Policies.localOptions())
                .statusAttributeRegistered();
    }

    private final class Signals implements ParkingSignals {

        @Override
        public void retry() {
            if (!parked) {
                LOG.info("Signal 'retry' ignored: the event is not parked");
            }
            parked = false;
        }

        @Override
        public void discard(String reason) {
            if (!parked || reason == null || reason.isBlank()) {
                LOG.info("Signal 'discard' ignored: it needs a parked event and a reason");
                return;
            }
            discardReason = reason;
            parked = false;
        }
    }
}
