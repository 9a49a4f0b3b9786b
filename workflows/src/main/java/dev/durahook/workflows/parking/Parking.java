package dev.durahook.workflows.parking;

import dev.durahook.workflows.details.CurrentDetails;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowLocal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Keeps the workflow of a parked event running until an operator decides. The workflow has the search attribute {@code
 * DurahookStatus} = {@code parked}. Its Timeline says that it is parked; its current details say what failed and what
 * an operator can do. Only for workflow code.
 */
public final class Parking {

    /** The failure type of a step that was discarded. */
    public static final String DISCARDED = "EventDiscarded";

    private static final WorkflowLocal<Parking> CURRENT = WorkflowLocal.withCachedInitial(Parking::open);
    private static final Logger LOG = Workflow.getLogger(Parking.class);

    private static final WorkflowLocal<EarlyDecisions> EARLY = WorkflowLocal.withCachedInitial(EarlyDecisions::none);
    private static final WorkflowLocal<Optional<SignalInbox>> INBOX = WorkflowLocal.withCachedInitial(Optional::empty);

    private final List<PendingDecision> pending = new ArrayList<>();
    private final EarlyDecisions early;
    private @Nullable ParkingVersion version;
    private boolean discarded;
    private @Nullable ParkedStep lastDiscarded;

    private Parking(EarlyDecisions early) {
        this.early = early;
    }

    /**
     * Says for which steps this run goes on waiting, because an earlier run has parked them. An operator may have decided
     * on such a step before this run began. Must be called before the first call of {@link #ofWorkflow}.
     *
     * @param mayBeDecided whether decisions from before the run's first task count; asked only if there is such a decision
     */
    public static void handOn(List<ParkedStep> steps, BooleanSupplier mayBeDecided) {
        EARLY.set(new EarlyDecisions(steps, mayBeDecided));
    }

    /**
     * For a workflow whose class has the methods of {@link ParkingSignals} itself: they pass each signal to the returned
     * object, which keeps the signals until {@link #ofWorkflow} is called for the first time. So the SDK never keeps a
     * signal for a handler that is registered later. Must be called in the workflow's constructor.
     */
    public static ParkingSignals inbox() {
        SignalInbox inbox = new SignalInbox();
        INBOX.set(Optional.of(inbox));
        return inbox;
    }

    /** The parking of the running workflow. The first call registers the signals, unless the workflow has them itself. */
    public static Parking ofWorkflow() {
        return CURRENT.get();
    }

    // A signal that came early is handled while the listener is registered. Its handler may run a step, which asks for
    // this object.
    private static Parking open() {
        Parking parking = new Parking(EARLY.get());
        CURRENT.set(parking);
        SignalListener listener = new SignalListener(parking);
        INBOX.get().ifPresentOrElse(inbox -> inbox.open(listener), () -> register(listener));
        return parking;
    }

    private static void register(SignalListener listener) {
        try {
            Workflow.registerListener(listener);
        } catch (IllegalStateException taken) {
            throw new IllegalStateException(
                    "The workflow " + Workflow.getInfo().getWorkflowType() + " has a signal " + ParkingSignals.RETRY
                            + " or " + ParkingSignals.DISCARD
                            + " of its own, which operators send to parked events: rename it",
                    taken);
        }
    }

    /**
     * Parks the step and waits for an operator's decision to retry it.
     *
     * @return the policy that the signal names for the retry; null for the step's own policy
     * @throws ApplicationFailure of the type {@value #DISCARDED} if the step is discarded
     * @throws CanceledFailure if the workflow is cancelled
     */
    public @Nullable String untilRetried(ParkedStep step) {
        begin();
        return untilDecided(step);
    }

    /**
     * Goes on waiting, because the last signal named a policy that can't be read.
     *
     * @param step the step as it was before that signal
     * @param failure why the policy that the signal named can't be read
     */
    public @Nullable String untilRetriedOtherwise(ParkedStep step, ActivityFailure failure) {
        begin();
        CurrentDetails.ofWorkflow().ignoredSignal(IgnoredSignal.noPolicy(failure));
        return untilDecided(step);
    }

    /**
     * Waits as {@link #untilRetried} does, until the history is so long that a new run has to go on waiting.
     *
     * @return true if the step must be tried again; false if a new run must go on waiting
     */
    public boolean isRetriedInThisRun(ParkedStep step) {
        Promise<Void> retried = Async.procedure(() -> untilRetried(step));
        // No new run once an operator has decided, even if the decision has had no effect yet: the decision
        // would be lost.
        return EventStatus.ofWorkflow().endsInThisRun(List.of(retried), () -> parked().contains(step));
    }

    private @Nullable String untilDecided(ParkedStep step) {
        PendingDecision open = new PendingDecision(step, Workflow.newPromise());
        early.take(step).ifPresentOrElse(open.decision()::complete, () -> pending.add(open));
        show();
        EventStatus.ofWorkflow().set(EventStatus.PARKED);
        LOG.warn(
                "Parked {} at the step '{}'; the workflow's details say why",
                Workflow.getInfo().getWorkflowId(),
                step.step());
        Decision decision = await(open);
        if (decision.discardReason() != null) {
            throw discard(step, decision.discardReason());
        }
        leave();
        LOG.info("Retrying {} at the step '{}'", Workflow.getInfo().getWorkflowId(), step.step());
        return decision.policy();
    }

    /**
     * Records that an earlier run of the workflow has discarded a step, so that lists still show the event as
     * discarded.
     */
    public void recallDiscarded() {
        discarded = true;
    }

    /** The step that was discarded last in this run. */
    public Optional<ParkedStep> lastDiscarded() {
        return Optional.ofNullable(lastDiscarded);
    }

    /**
     * Shows that the previous run has discarded this step, and returns the failure of the type {@value #DISCARDED} with
     * which this run must end.
     */
    public ApplicationFailure discarded(ParkedStep step, String reason) {
        begin();
        return discard(step, reason);
    }

    /** The steps that wait for a decision now. */
    public List<ParkedStep> parked() {
        return pending.stream().map(PendingDecision::step).toList();
    }

    ParkingVersion version() {
        if (version == null && early.counts()) {
            begin();
        }
        return version == null ? ParkingVersion.NONE : version;
    }

    /** Passes the decision to the parked steps that it names. Returns whether there was such a step. */
    boolean decide(Decision decision) {
        List<PendingDecision> decided = pending.stream()
                .filter(open -> decision.step() == null || open.step().isAt(decision.step()))
                .toList();
        pending.removeAll(decided);
        decided.forEach(open -> open.decision().complete(decision));
        return early.keep(decision) || !decided.isEmpty();
    }

    private void begin() {
        if (version == null) {
            version = ParkingVersion.ofWorkflow();
            CancelledWork.ofWorkflow().record();
            if (version.asksEachTime()) {
                EventStatus.ofWorkflow().askEachTime();
            }
        }
    }

    private Decision await(PendingDecision open) {
        DecisionWait wait = new DecisionWait(open);
        try {
            return version().hasTimer() ? wait.withTimer() : wait.withoutTimer();
        } catch (CanceledFailure e) {
            pending.remove(open);
            leave();
            throw e;
        } finally {
            pending.remove(open);
        }
    }

    private ApplicationFailure discard(ParkedStep step, String reason) {
        discarded = true;
        lastDiscarded = step;
        LOG.info("Discarded {} at the step '{}'", Workflow.getInfo().getWorkflowId(), step.step());
        if (pending.isEmpty()) {
            CurrentDetails.ofWorkflow().status(ParkedDetails.discarded(step, reason));
            EventStatus.ofWorkflow().set(EventStatus.DISCARDED);
        } else {
            show();
        }
        return ApplicationFailure.newNonRetryableFailure(reason, DISCARDED);
    }

    private void show() {
        CurrentDetails.ofWorkflow().status(pending.isEmpty() ? "" : ParkedDetails.of(parked()) + origin());
    }

    // Temporal does not copy the static summary and details to a new run.
    private static String origin() {
        return Workflow.getInfo()
                .getContinuedExecutionRunId()
                .map(run -> "\nThis run continues an earlier run. The first run shows how the event was received.\n")
                .orElse("");
    }

    private void leave() {
        show();
        if (pending.isEmpty()) {
            EventStatus.ofWorkflow().restore(discarded ? EventStatus.DISCARDED : null);
        }
    }
}
