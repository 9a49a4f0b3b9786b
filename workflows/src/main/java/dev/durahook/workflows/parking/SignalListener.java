package dev.durahook.workflows.parking;

import dev.durahook.workflows.details.CurrentDetails;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Receives the signals, passes their decisions on to the parked steps, and tells the operator why a signal had no
 * effect. Only for workflow code.
 */
final class SignalListener implements ParkingSignals {

    private static final Logger LOG = Workflow.getLogger(Parking.class);
    private static final String RETRY = "retry";
    private static final String DISCARD = "discard";
    private static final String NULL_STEP = "durahook.null-step";
    private static final String FIELD_TWICE = "durahook.field-twice";
    private static final String FULL = "durahook.retry-in-full-history";

    // Temporal terminates a workflow whose history has more than 51,200 events or 50 MB. A retry in vain writes some 17
    // events and the arguments of the activity, a signal without effect 4 events.
    private static final long MOST_EVENTS = 40_000;
    private static final long MOST_BYTES = 40_000_000;

    private final Parking parking;

    SignalListener(Parking parking) {
        this.parking = parking;
    }

    @Override
    public void retry(@Nullable RawValue input) {
        SignalInput read = SignalInput.of(input);
        problem(RETRY, read, Decision.OF_RETRY)
                .or(this::noRoom)
                .ifPresentOrElse(SignalListener::ignore, () -> decide(RETRY, Decision.retry(read)));
    }

    @Override
    public void discard(@Nullable RawValue input) {
        SignalInput read = SignalInput.of(input);
        Decision decision = Decision.discard(read);
        problem(DISCARD, read, Decision.OF_DISCARD)
                .or(() -> decision.discardReason() == null
                        ? Optional.of(IgnoredSignal.noReason(DISCARD))
                        : Optional.empty())
                .ifPresentOrElse(SignalListener::ignore, () -> decide(DISCARD, decision));
    }

    private void decide(String signal, Decision decision) {
        List<ParkedStep> parked = parking.parked();
        if (parking.decide(decision)) {
            CurrentDetails.ofWorkflow().ignoredSignal("");
            return;
        }
        ignore(
                decision.step() == null || parked.isEmpty()
                        ? IgnoredSignal.nothingParked(signal)
                        : IgnoredSignal.notParked(signal, decision.step(), parked));
    }

    // Runs that began before this check took such a field for absent, and must do so when they are replayed.
    private Optional<String> problem(String signal, SignalInput input, Set<String> known) {
        return input.problem()
                .map(problem -> IgnoredSignal.unreadable(signal, problem))
                .or(() -> parking.version().rejectsUnknownFields()
                        ? fieldProblem(signal, input, known)
                        : Optional.empty());
    }

    private static Optional<String> fieldProblem(String signal, SignalInput input, Set<String> known) {
        return input.unknownField(known)
                .map(field -> IgnoredSignal.unknownField(signal, field, known))
                .or(() -> hasFieldTwice(input)
                        ? Optional.of(IgnoredSignal.unreadable(signal, "its input has a field twice"))
                        : Optional.empty())
                .or(() -> input.unusableField(Decision.NAMING)
                        .or(() -> isNullStep(input) ? Optional.of(Decision.STEP) : Optional.empty())
                        .map(field -> IgnoredSignal.unusableField(signal, field)));
    }

    // Runs of earlier versions took such a step for absent, and the signal applied to every step.
    private static boolean isNullStep(SignalInput input) {
        return input.isNull(Decision.STEP) && Workflow.getVersion(NULL_STEP, Workflow.DEFAULT_VERSION, 1) == 1;
    }

    // Runs of earlier versions took the last one.
    private static boolean hasFieldTwice(SignalInput input) {
        return input.hasFieldTwice() && Workflow.getVersion(FIELD_TWICE, Workflow.DEFAULT_VERSION, 1) == 1;
    }

    // The version is asked only if there is no room. Runs of earlier versions have retried the step all the same.
    private Optional<String> noRoom() {
        WorkflowInfo run = Workflow.getInfo();
        return lacksRoom(parking.parked(), run.getHistoryLength(), run.getHistorySize())
                        && Workflow.getVersion(FULL, Workflow.DEFAULT_VERSION, 1) == 1
                ? Optional.of(IgnoredSignal.noRoom(RETRY))
                : Optional.empty();
    }

    // If no step is parked, the signal has no effect anyway, and the operator is told that.
    static boolean lacksRoom(List<ParkedStep> parked, long events, long bytes) {
        return !parked.isEmpty() && (events > MOST_EVENTS || bytes > MOST_BYTES);
    }

    private static void ignore(String why) {
        LOG.warn(
                "Signal ignored for {}; the workflow's details say why",
                Workflow.getInfo().getWorkflowId());
        CurrentDetails.ofWorkflow().ignoredSignal(why);
    }
}
