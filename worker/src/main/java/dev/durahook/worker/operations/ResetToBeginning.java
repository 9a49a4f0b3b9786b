package dev.durahook.worker.operations;

import dev.durahook.workflows.operations.EventRun;
import dev.durahook.workflows.operations.OperationOrder;
import dev.durahook.workflows.operations.PageOutcome;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.ResetReapplyExcludeType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Processes a completed event again: resets its first run to the first workflow task, without what the event received
 * after its start: signals, updates and answers of Nexus operations. The new run keeps the event's ID, so a second
 * delivery of the event is still a duplicate.
 */
record ResetToBeginning(TemporalCalls calls, EventRecognition recognition) implements EventAction {

    // A server ignores a type that it does not know.
    private static final List<ResetReapplyExcludeType> RECEIVED = List.of(
            ResetReapplyExcludeType.RESET_REAPPLY_EXCLUDE_TYPE_SIGNAL,
            ResetReapplyExcludeType.RESET_REAPPLY_EXCLUDE_TYPE_UPDATE,
            ResetReapplyExcludeType.RESET_REAPPLY_EXCLUDE_TYPE_NEXUS);

    @Override
    public PageOutcome on(EventRun event, OperationOrder order, boolean isRepeated) {
        WorkflowExecutionInfo latest = calls.describe(event.id(), "").getWorkflowExecutionInfo();
        try {
            return fromFirstRun(event, order, latest, isRepeated);
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
                return PageOutcome.skipped("its first run is past the retention");
            }
            throw e;
        }
    }

    private PageOutcome fromFirstRun(
            EventRun event, OperationOrder order, WorkflowExecutionInfo latest, boolean isRepeated) {
        DescribeWorkflowExecutionResponse first = calls.describe(event.id(), latest.getFirstRunId());
        String reset = first.getWorkflowExtendedInfo().getResetRunId();
        if (!reset.isEmpty() && isOf(order, event, reset)) {
            return isRepeated
                    ? PageOutcome.done(event)
                    : PageOutcome.skipped(
                            "this operation has reset the event before: from another run, or before the operation"
                                    + " itself was reset");
        }
        if (!reset.isEmpty() && !order.request().again()) {
            return PageOutcome.skipped("was processed again before");
        }
        if (latest.getStatus() != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED) {
            return PageOutcome.skipped(notCompleted(latest.getStatus()));
        }
        return reset(event, order, latest.getFirstRunId());
    }

    private static String notCompleted(WorkflowExecutionStatus latest) {
        return switch (latest) {
            case WORKFLOW_EXECUTION_STATUS_FAILED -> "its latest run has failed";
            case WORKFLOW_EXECUTION_STATUS_CANCELED -> "its latest run was cancelled";
            case WORKFLOW_EXECUTION_STATUS_TERMINATED -> "its latest run was terminated";
            case WORKFLOW_EXECUTION_STATUS_TIMED_OUT -> "its latest run has timed out";
            // Running, paused, or what a newer server may call it.
            default -> "still runs or waits";
        };
    }

    private PageOutcome reset(EventRun event, OperationOrder order, String firstRunId) {
        List<HistoryEvent> beginning = calls.beginning(event.id(), firstRunId);
        if (!recognition.isEvent(event.id(), beginning)) {
            return PageOutcome.skipped("not an event of Durahook");
        }
        OptionalLong firstTask = TemporalCalls.firstTask(beginning);
        if (firstTask.isEmpty()) {
            return PageOutcome.skipped("its first run has no completed workflow task");
        }
        if (!order.request().dryRun()) {
            calls.stub().resetWorkflowExecution(request(event, order, firstRunId, firstTask.getAsLong()));
        }
        return PageOutcome.done(event);
    }

    private ResetWorkflowExecutionRequest request(
            EventRun event, OperationOrder order, String firstRunId, long firstTask) {
        return ResetWorkflowExecutionRequest.newBuilder()
                .setNamespace(calls.namespace())
                .setWorkflowExecution(TemporalCalls.execution(event.id(), firstRunId))
                .setWorkflowTaskFinishEventId(firstTask)
                .setReason(reason(order))
                .setIdentity(order.signature())
                .setRequestId(order.requestId(event))
                .addAllResetReapplyExcludeTypes(RECEIVED)
                .build();
    }

    // A reset begins with a failed workflow task, whose message is the reason.
    private boolean isOf(OperationOrder order, EventRun event, String resetRunId) {
        return calls.beginning(event.id(), resetRunId).stream()
                .anyMatch(begun -> begun.getWorkflowTaskFailedEventAttributes()
                        .getFailure()
                        .getMessage()
                        .contains(order.firstRunId()));
    }

    private static String reason(OperationOrder order) {
        return Objects.requireNonNullElse(order.request().reason(), "processed again") + " (" + order.signature()
                + ", run " + order.firstRunId() + ")";
    }
}
