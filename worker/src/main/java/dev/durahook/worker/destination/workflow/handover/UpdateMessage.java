package dev.durahook.worker.destination.workflow.handover;

import dev.durahook.worker.destination.kind.DestinationException;
import dev.durahook.worker.destination.kind.NewWorkflow;
import dev.durahook.worker.destination.kind.OneLine;
import dev.durahook.worker.destination.workflow.declaration.WorkflowDestination;
import dev.durahook.workflows.body.ResultText;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.common.converter.RawValue;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An event as an update. Temporal recognises the update's ID within one run of the workflow, and keeps the result. A
 * handler that has failed has not taken the event, so an attempt after that failure is another update, with a number in
 * its ID.
 */
final class UpdateMessage implements WorkflowMessage {

    private final WorkflowClient client;
    private final WorkflowDestination destination;
    private final AddressedEvent event;
    private final HandoverFailures failures;
    private final UpdateCalls calls;
    private int number = 1;

    UpdateMessage(
            WorkflowClient client, WorkflowDestination destination, AddressedEvent event, HandoverFailures failures) {
        this.client = client;
        this.destination = destination;
        this.event = event;
        this.failures = failures;
        this.calls = new UpdateCalls(client, destination.handler(), event);
    }

    @Override
    public Optional<String> takenBy(Target target) {
        while (true) {
            Optional<UpdateOutcome> earlier = target.runs().stream()
                    .flatMap(run -> calls.end(run, id()).stream())
                    .findFirst();
            if (earlier.isEmpty() || earlier.get().hasSucceeded()) {
                return earlier.map(this::text);
            }
            number++;
        }
    }

    @Override
    public Optional<String> handTo(WorkflowExecution run) throws DestinationException {
        return result(calls.send(run, id()));
    }

    @Override
    public Optional<String> start(NewWorkflow workflow) throws DestinationException {
        WorkflowStub stub = client.newUntypedWorkflowStub(
                workflow.type(),
                WorkflowOptions.newBuilder()
                        .setWorkflowId(event.workflowId())
                        .setTaskQueue(workflow.taskQueue())
                        .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                        .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                        .build());
        try {
            return result(
                    UpdateOutcome.of(() -> stub.startUpdateWithStart(options(), event.arguments(), event.arguments())
                            .getResult(event.millisLeft(), TimeUnit.MILLISECONDS)));
        } catch (WorkflowExecutionAlreadyStarted e) {
            return Optional.empty();
        }
    }

    private Optional<String> result(Optional<UpdateOutcome> end) throws DestinationException {
        Throwable failure = end.map(UpdateOutcome::failure).orElse(null);
        if (failure != null) {
            throw failures.failed(failure);
        }
        return end.map(this::text);
    }

    private String text(UpdateOutcome end) {
        return Optional.ofNullable(end.result())
                .flatMap(ResultText::of)
                .map(OneLine::of)
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> destination + ": " + destination.handler() + " done");
    }

    private UpdateOptions<RawValue> options() {
        return UpdateOptions.newBuilder(RawValue.class)
                .setUpdateName(destination.handler())
                .setUpdateId(id())
                .setWaitForStage(WorkflowUpdateStage.ACCEPTED)
                .build();
    }

    private String id() {
        return number == 1 ? event.key() : event.key() + "#" + number;
    }
}
