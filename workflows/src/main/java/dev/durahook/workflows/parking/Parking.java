package dev.durahook.workflows.parking;

import dev.durahook.workflows.details.CurrentDetails;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowLocal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Holds a workflow open, in sight, until somebody decides. The workflow stays running with the search attribute
 * {@code DurahookStatus} = {@code parked} and says in its current details what failed and what can be done. Only for
 * workflow code.
 */
public final class Parking {

    /** The failure type of a step that was given up. */
    public static final String DISCARDED = "EventDiscarded";

    private static final WorkflowLocal<Parking> CURRENT = WorkflowLocal.withCachedInitial(Parking::open);
    private static final Logger LOG = Workflow.getLogger(Parking.class);

    private final List<Place> places = new ArrayList<>();
    private boolean discarded;

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
     * @return the policy to try it under, where somebody wants another than the step's own
     * @throws ApplicationFailure of the type {@value #DISCARDED} if the step is given up
     * @throws CanceledFailure if the workflow is cancelled
     */
    public @Nullable String untilRetried(ParkedStep step) {
        Place place = new Place(step, Workflow.newPromise());
        places.add(place);
        show();
        EventStatus.ofWorkflow().set(EventStatus.PARKED);
        LOG.warn(
                "Parked {} at the step '{}'; the Web UI says why",
                Workflow.getInfo().getWorkflowId(),
                step.step());
        Decision decision = await(place);
        if (decision.discardReason() != null) {
            throw discard(step, decision.discardReason());
        }
        leave();
        LOG.info("Retrying {} at the step '{}'", Workflow.getInfo().getWorkflowId(), step.step());
        return decision.policy();
    }

    /** Says that an earlier run of the workflow has given a step up, so that the event stays findable as discarded. */
    public void recallDiscarded() {
        discarded = true;
    }

    /** What waits for a decision now. */
    public List<ParkedStep> parked() {
        return places.stream().map(Place::step).toList();
    }

    private Decision await(Place place) {
        try {
            return decision(place);
        } catch (CanceledFailure e) {
            places.remove(place);
            leave();
            throw e;
        }
    }

    private Decision decision(Place place) {
        Duration timeout = place.step().remaining();
        if (timeout == null) {
            return place.decision().cancellableGet();
        }
        try {
            return place.decision().cancellableGet(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            places.remove(place);
            return Decision.discard("nobody decided in time");
        }
    }

    private ApplicationFailure discard(ParkedStep step, String reason) {
        discarded = true;
        LOG.info("Discarded {} at the step '{}'", Workflow.getInfo().getWorkflowId(), step.step());
        if (places.isEmpty()) {
            CurrentDetails.ofWorkflow().notice(ParkedDetails.discarded(step, reason));
            EventStatus.ofWorkflow().set(EventStatus.DISCARDED);
        } else {
            show();
        }
        return ApplicationFailure.newNonRetryableFailure(reason, DISCARDED);
    }

    private void show() {
        CurrentDetails.ofWorkflow().notice(places.isEmpty() ? "" : ParkedDetails.of(parked()) + origin());
    }

    // Temporal does not carry the static summary and details over to a new run.
    private static String origin() {
        return Workflow.getInfo()
                .getContinuedExecutionRunId()
                .map(run ->
                        "\nThis run goes on where a longer one ended. How the event came in is told by the first.\n")
                .orElse("");
    }

    private void leave() {
        show();
        if (places.isEmpty()) {
            EventStatus.ofWorkflow().restore(discarded ? EventStatus.DISCARDED : null);
        }
    }

    private void decide(@Nullable String step, Decision decision) {
        Predicate<Place> chosen = place -> step == null || place.step().isAt(step);
        List<Place> decided = places.stream().filter(chosen).toList();
        places.removeAll(decided);
        decided.forEach(place -> place.decision().complete(decision));
        if (decided.isEmpty()) {
            LOG.warn(
                    "Signal ignored for {}: nothing that it names is parked",
                    Workflow.getInfo().getWorkflowId());
        }
    }

    private record Place(ParkedStep step, CompletablePromise<Decision> decision) {}

    /** What an operator wants: to retry, perhaps under another policy, or to give up for a reason. */
    private record Decision(
            @Nullable String policy, @Nullable String discardReason) {

        static Decision discard(String reason) {
            return new Decision(null, reason);
        }
    }

    private final class Signals implements ParkingSignals {

        @Override
        public void retry(@Nullable RetryRequest request) {
            RetryRequest wanted = request == null ? RetryRequest.ALL : request;
            decide(wanted.step(), new Decision(wanted.policy(), null));
        }

        @Override
        public void discard(@Nullable DiscardRequest request) {
            if (request == null || request.reason() == null) {
                LOG.warn(
                        "Signal 'discard' ignored for {}: it needs a reason",
                        Workflow.getInfo().getWorkflowId());
                return;
            }
            decide(request.step(), Decision.discard(request.reason()));
        }
    }
}
