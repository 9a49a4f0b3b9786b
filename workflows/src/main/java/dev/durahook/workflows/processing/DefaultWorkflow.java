package dev.durahook.workflows.processing;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.body.PayloadEncoding;
import dev.durahook.workflows.details.CurrentDetails;
import dev.durahook.workflows.parking.EventStatus;
import dev.durahook.workflows.parking.Parking;
import dev.durahook.workflows.parking.ParkingSignals;
import dev.durahook.workflows.remote.RemoteMark;
import dev.durahook.workflows.remote.RemoteQueues;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.runs.ResetRun;
import dev.durahook.workflows.runs.UnfinishedSteps;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.EncodedValues;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.DynamicWorkflow;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Processes every event whose type has no workflow of its own: asks the worker for the plan of the event type and runs
 * the steps of that plan. Because of this workflow, no event waits for a worker that never comes.
 *
 * <p>An event that {@code durahook.workflows} leaves to other workers is not processed here, even if this worker
 * polls their task queue.
 *
 * <p>A child workflow whose type no worker knows runs here as well. The child fails, so that its parent learns of the
 * missing workflow, unless the child was started with an event of its own type.
 *
 * <p>A workflow that was started by hand without an event fails at once, with the type {@code NoEvent}.
 */
public final class DefaultWorkflow implements DynamicWorkflow, ParkingSignals {

    private static final String UNKNOWN_CHILD = "UnknownWorkflow";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9:._-]+");

    private final ParkingSignals signals = Parking.inbox();

    @Override
    public void retry(@Nullable RawValue input) {
        signals.retry(input);
    }

    @Override
    public void discard(@Nullable RawValue input) {
        signals.discard(input);
    }

    @Override
    public Object execute(EncodedValues arguments) {
        RemoteMark.ofWorkflow().ifPresent(DefaultWorkflow::leaveToOthers);
        WorkflowInfo info = Workflow.getInfo();
        if (isChild(info) && !isEventOf(info.getWorkflowType(), arguments)) {
            throw unknownChild(info);
        }
        WebhookEvent event = StartByHand.event(arguments);
        RawValue body = arguments.get(1, RawValue.class);
        EventProgress begin =
                arguments.getSize() > 2 ? arguments.get(2, EventProgress.class) : EventProgress.unplanned(List.of());
        // A reset hands out the signals of the original run again, also a decision that the reset is to undo.
        Parking.handOn(begin.parked(), () -> !ResetRun.isCurrent());
        if (!begin.plan().steps().isEmpty()) {
            return process(event, body, begin);
        }
        Planning planning = new Planning(event, body, begin.parked());
        Optional<Plan> plan = planning.plan();
        if (plan.isEmpty()) {
            continueAsNew(event, body, planning.progress());
        }
        return plan.orElseThrow().steps().isEmpty()
                ? unhandled(event, plan.orElseThrow())
                : process(event, body, EventProgress.begin(plan.orElseThrow()));
    }

    // Temporal offers a failed task again. So a worker that has the workflow gets the event, with an empty history.
    private static void leaveToOthers(String name) {
        WorkflowInfo info = Workflow.getInfo();
        throw new IllegalStateException(
                "%s.%s says that a worker of the task queue %s has the workflow %s, and this worker of Durahook polls the"
                                .formatted(RemoteQueues.GROUP, name, info.getTaskQueue(), info.getWorkflowType())
                        + " same task queue without having the workflow. Remove the task queue from"
                        + " durahook.worker.task-queues");
    }

    private static Outcome process(WebhookEvent event, RawValue body, EventProgress begin) {
        Processing processing = new Processing(begin, new StepActivities(event, body, begin.plan()));
        Optional<List<StepOutcome>> ended = processing.run();
        if (ended.isEmpty()) {
            continueAsNew(event, body, processing.progress());
        }
        return Outcome.of(ended.orElseThrow());
    }

    private static void continueAsNew(WebhookEvent event, RawValue body, EventProgress progress) {
        UnfinishedSteps.ofWorkflow().leaveToNewRun();
        Workflow.continueAsNew(EventStatus.ofWorkflow().newRun(), event, body, progress.fitting(event, body));
    }

    // If the workflow completed, its parent would believe that the event was handled.
    private static Outcome unhandled(WebhookEvent event, Plan plan) {
        WorkflowInfo info = Workflow.getInfo();
        if (isChild(info)) {
            throw unknownChild(info);
        }
        String reason = Outcome.detailsOfUnhandled(event.type(), plan.unmet());
        CurrentDetails.ofWorkflow().status("**Unhandled.** " + reason + "\n\n" + resetCommand());
        EventStatus.ofWorkflow().set(EventStatus.UNHANDLED);
        return Outcome.unhandled(event.type(), plan.unmet());
    }

    private static boolean isChild(WorkflowInfo info) {
        return info.getParentWorkflowId().isPresent();
    }

    // A child workflow may have any arguments, or none. If an argument can't be decrypted, the exception passes,
    // because the next try may succeed.
    private static boolean isEventOf(String type, EncodedValues arguments) {
        if (arguments.getSize() == 0) {
            return false;
        }
        RawValue first = arguments.get(0, RawValue.class);
        try {
            WebhookEvent event = arguments.get(0, WebhookEvent.class);
            return event != null && event.type().equals(type);
        } catch (DataConverterException e) {
            if (PayloadEncoding.of(first).isOfTemporal() && !StartByHand.hasEventFields(first)) {
                return false;
            }
            throw e;
        }
    }

    private static ApplicationFailure unknownChild(WorkflowInfo info) {
        return ApplicationFailure.newNonRetryableFailure(
                "no worker of the task queue " + info.getTaskQueue() + " has the workflow " + info.getWorkflowType(),
                UNKNOWN_CHILD);
    }

    // A workflow ID may contain characters that a shell interprets.
    private static String resetCommand() {
        WorkflowInfo info = Workflow.getInfo();
        String id = PLAIN.matcher(info.getWorkflowId()).matches() ? info.getWorkflowId() : "THE-EVENT-ID";
        return "`temporal workflow reset --namespace " + info.getNamespace() + " --workflow-id " + id
                + " --type FirstWorkflowTask --reason handled`";
    }
}
