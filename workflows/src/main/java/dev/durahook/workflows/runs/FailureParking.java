package dev.durahook.workflows.runs;

import dev.durahook.workflows.parking.EventStatus;
import dev.durahook.workflows.parking.ParkedStep;
import dev.durahook.workflows.parking.Parking;
import dev.durahook.workflows.reading.ReadFailure;
import dev.durahook.workflows.reading.WorkflowArguments;
import dev.durahook.workflows.routing.StepKey;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.interceptors.Header;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.unsafe.WorkflowUnsafe;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Parks an event whose workflow can't begin, because the body is not of the type that the workflow declares, and an
 * event whose workflow would end as <em>Failed</em>.
 *
 * <p>An event whose workflow would fail waits in a new run. The author's code has not run in that new run yet, so that
 * a corrected workflow replays without a conflict. On {@code retry} the workflow runs from its beginning.
 *
 * <p>If a step is discarded in the handler of a signal, a new run begins as well, and ends at once: only the workflow's
 * own method can complete a run.
 */
public final class FailureParking extends WorkflowInboundCallsInterceptorBase {

    private static final Logger LOG = Workflow.getLogger(FailureParking.class);
    private static final String UNREADABLE = "durahook.unreadable-body";
    private static final String FAILED = "durahook.failed-workflow";
    private static final String DISCARDED = "durahook.discarded-in-signal";
    private static final String RUN = "Run the workflow";
    private static final List<String> FRAMEWORKS = List.of("io.temporal.", "java.", "jdk.", "dev.durahook.workflows.");

    private final Predicate<ApplicationFailure> intended;
    private final Supplier<DataConverter> converter;
    private final WorkflowArguments arguments = new WorkflowArguments();
    private @Nullable ParkedStepHeader header;
    private @Nullable EarlySignals signals;
    private boolean isChildOfEvent;
    private boolean begun;
    private @Nullable TemporalFailure signalFailure;

    /**
     * Wraps the run of a workflow.
     *
     * @param intended tells whether a workflow ends with a failure on purpose, so that nothing is parked
     * @param converter the client's data converter
     */
    public FailureParking(
            WorkflowInboundCallsInterceptor next,
            Predicate<ApplicationFailure> intended,
            Supplier<DataConverter> converter) {
        super(next);
        this.intended = intended;
        this.converter = converter;
    }

    // A constructor with @WorkflowInit gets the arguments as well. An argument that can't be read is null there.
    @Override
    public void init(WorkflowOutboundCallsInterceptor outbound) {
        EarlySignals early = new EarlySignals(new NewRunInterceptor(outbound));
        ParkedStepHeader written =
                new ParkedStepHeader(new ChildMarker(early, () -> isChildOfEvent || arguments.areOfEvent()), converter);
        signals = early;
        header = written;
        new WorkflowArguments().during(() -> super.init(written));
    }

    @Override
    public Object newWorkflowMethodThread(Runnable work, String name) {
        return super.newWorkflowMethodThread(() -> arguments.during(work), name);
    }

    @Override
    public WorkflowOutput execute(WorkflowInput input) {
        arguments.begin(input.getArguments());
        isChildOfEvent = ChildMarker.isIn(input.getHeader());
        begun = true;
        if (signalFailure != null) {
            throw parked(signalFailure);
        }
        // A reset run begins with the header of the original run. It must process the event and not wait once more.
        ParkedStepHeader.in(input.getHeader(), converter)
                .filter(step -> !ResetRun.isCurrent())
                .ifPresent(step -> goOn(step, input.getHeader()));
        untilReadable();
        try {
            return super.execute(input);
        } catch (TemporalFailure failure) {
            throw parked(failure);
        }
    }

    // Temporal handles signals that came before the first task before the workflow begins, and before its arguments
    // are known.
    @Override
    public void handleSignal(SignalInput input) {
        EarlySignals early = Objects.requireNonNull(signals);
        if (early.isRepeated(input)) {
            return;
        }
        try {
            super.handleSignal(input);
        } catch (TemporalFailure failure) {
            if (begun) {
                endDiscarded(failure);
                throw parked(failure);
            }
            signalFailure = signalFailure == null ? failure : signalFailure;
        } catch (RuntimeException failure) {
            early.handlerFailed(failure);
            throw failure;
        }
    }

    private void untilReadable() {
        Optional<String> problem = arguments.problem();
        boolean isChild = Workflow.getInfo().getParentWorkflowId().isPresent();
        if ((!isChild || isChildOfEvent) && isNewlyUnreadable(problem)) {
            if (isChild) {
                throw ApplicationFailure.newNonRetryableFailure(text(problem), ReadFailure.TYPE);
            }
            do {
                untilRetried(ParkedStep.because(StepKey.READ_BODY, "Read the body", ReadFailure.TYPE, text(problem)));
            } while (Workflow.sideEffect(Boolean.class, problem::isPresent));
        }
        problem.ifPresent(FailureParking::failTask);
    }

    // The version is recorded only if the arguments can't be read when the run begins. A run without this version has
    // read its arguments before, so it must not be parked here.
    private static boolean isNewlyUnreadable(Optional<String> problem) {
        return (problem.isPresent() || WorkflowUnsafe.isReplaying())
                && Workflow.getVersion(UNREADABLE, Workflow.DEFAULT_VERSION, 1) == 1;
    }

    private static String text(Optional<String> problem) {
        return problem.orElse("an earlier version of the worker could not read the body, and this one can");
    }

    // The next deploy heals a failed task. The task fails if an earlier version of the worker has read the arguments
    // and the run went on, or if the child workflow does not work for an event.
    private static void failTask(String problem) {
        throw new IllegalStateException("This version of the worker can't read the workflow's arguments: " + problem);
    }

    // Workers of earlier versions do not know that the step was discarded, and park the event once more.
    private void endDiscarded(TemporalFailure failure) {
        if (failure instanceof ApplicationFailure discarded
                && Parking.DISCARDED.equals(discarded.getType())
                && isNewForEvent(DISCARDED)) {
            EventStatus.ofWorkflow().askForNewRun();
            Objects.requireNonNull(header)
                    .passDiscarded(
                            Parking.ofWorkflow()
                                    .lastDiscarded()
                                    .orElseGet(() -> ParkedStep.of(StepKey.RUN_WORKFLOW, RUN, failure)),
                            discarded.getOriginalMessage());
            beginNewRun();
        }
    }

    private TemporalFailure parked(TemporalFailure failure) {
        if (isIntended(failure) || !isNewForEvent(FAILED)) {
            return failure;
        }
        LOG.warn(
                "The workflow of {} has failed: {}{}",
                Workflow.getInfo().getWorkflowId(),
                failure instanceof ApplicationFailure application
                        ? application.getType()
                        : failure.getClass().getSimpleName(),
                authorsFrame(failure));
        EventStatus.ofWorkflow().askForNewRun();
        goOnWaiting(ParkedStep.of(StepKey.RUN_WORKFLOW, RUN, failure));
        return failure;
    }

    // The first stack frame that belongs to the author's code.
    private static String authorsFrame(TemporalFailure failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> FRAMEWORKS.stream().noneMatch(frame.getClassName()::startsWith))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
    }

    private boolean isIntended(TemporalFailure failure) {
        return (failure instanceof ApplicationFailure application && intended.test(application))
                || CancellationScope.current().isCancelRequested();
    }

    // A replay, such as the check before a deploy, knows the recorded version, but perhaps not whether the arguments
    // are those of an event.
    private boolean isNewForEvent(String change) {
        return (WorkflowUnsafe.isReplaying() || arguments.areOfEvent())
                && Workflow.getVersion(change, Workflow.DEFAULT_VERSION, 1) == 1;
    }

    private void goOn(ParkedStep step, Header passed) {
        Optional<String> reason = ParkedStepHeader.discardReason(passed, converter);
        if (reason.isPresent() && isNewForEvent(DISCARDED)) {
            throw Parking.ofWorkflow().discarded(step, reason.get());
        }
        Parking.handOn(List.of(step), () -> true);
        untilRetried(step);
    }

    private void untilRetried(ParkedStep step) {
        if (!Parking.ofWorkflow().isRetriedInThisRun(step)) {
            goOnWaiting(step);
        }
    }

    private void goOnWaiting(ParkedStep step) {
        Objects.requireNonNull(header).pass(step);
        beginNewRun();
    }

    private void beginNewRun() {
        UnfinishedSteps.ofWorkflow().leaveToNewRun();
        Workflow.continueAsNew(EventStatus.ofWorkflow().newRun(), arguments.raw());
    }
}
