package dev.durahook.worker.destination.workflow.handover;

import dev.durahook.workflows.payload.ExternalPayloads;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.UpdateWorkflowExecutionLifecycleStage;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.update.v1.Input;
import io.temporal.api.update.v1.Meta;
import io.temporal.api.update.v1.Outcome;
import io.temporal.api.update.v1.Request;
import io.temporal.api.update.v1.UpdateRef;
import io.temporal.api.update.v1.WaitPolicy;
import io.temporal.api.workflowservice.v1.PollWorkflowExecutionUpdateRequest;
import io.temporal.api.workflowservice.v1.PollWorkflowExecutionUpdateResponse;
import io.temporal.api.workflowservice.v1.UpdateWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.UpdateWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.client.WorkflowClient;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.RawValue;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends updates to one run of a workflow, and asks that run for their results. The SDK's own stubs repeat a call
 * until the end of the attempt if the run is about to continue as new, although the run never takes the update: the
 * next run does.
 */
final class UpdateCalls {

    private static final WaitPolicy UNTIL_COMPLETED = WaitPolicy.newBuilder()
            .setLifecycleStage(
                    UpdateWorkflowExecutionLifecycleStage.UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_COMPLETED)
            .build();

    // Temporal keeps an update that the end of its run has cut off before it was accepted, and answers this.
    private static final String CUT_OFF = "workflow is closing";

    private final WorkflowClient client;
    private final String update;
    private final AddressedEvent event;
    private final DataConverter converter;

    UpdateCalls(WorkflowClient client, String update, AddressedEvent event) {
        this.client = client;
        this.update = update;
        this.event = event;
        this.converter = event.converter(client);
    }

    /** Sends an update and waits for its end; empty if the run has not taken it. */
    Optional<UpdateOutcome> send(WorkflowExecution run, String id) {
        Optional<UpdateWorkflowExecutionResponse> answer =
                unlessNotTaken(() -> stub().updateWorkflowExecution(request(run, id)));
        if (answer.isPresent() && answer.get().hasOutcome()) {
            return Optional.of(end(answer.get().getOutcome()));
        }
        return answer.isPresent() ? end(run, id) : Optional.empty();
    }

    /** Waits for the end of an update that was sent before; empty if the run has not taken it. */
    Optional<UpdateOutcome> end(WorkflowExecution run, String id) {
        PollWorkflowExecutionUpdateRequest poll = PollWorkflowExecutionUpdateRequest.newBuilder()
                .setNamespace(client.getOptions().getNamespace())
                .setIdentity(client.getOptions().getIdentity())
                .setUpdateRef(UpdateRef.newBuilder().setWorkflowExecution(run).setUpdateId(id))
                .setWaitPolicy(UNTIL_COMPLETED)
                .build();
        while (true) {
            Optional<PollWorkflowExecutionUpdateResponse> answer =
                    unlessNotTaken(() -> stub().pollWorkflowExecutionUpdate(poll));
            if (answer.isEmpty() || answer.get().hasOutcome()) {
                return answer.map(ended -> end(ended.getOutcome()));
            }
        }
    }

    private UpdateWorkflowExecutionRequest request(WorkflowExecution run, String id) {
        Input.Builder input = Input.newBuilder().setName(update);
        converter.toPayloads(event.arguments()).ifPresent(input::setArgs);
        return UpdateWorkflowExecutionRequest.newBuilder()
                .setNamespace(client.getOptions().getNamespace())
                .setWorkflowExecution(run)
                .setWaitPolicy(UNTIL_COMPLETED)
                .setRequest(Request.newBuilder()
                        .setMeta(Meta.newBuilder()
                                .setUpdateId(id)
                                .setIdentity(client.getOptions().getIdentity()))
                        .setInput(input))
                .build();
    }

    private UpdateOutcome end(Outcome outcome) {
        return outcome.hasFailure()
                ? new UpdateOutcome(null, failure(outcome.getFailure()))
                : new UpdateOutcome(result(outcome.getSuccess()), null);
    }

    // An update that has failed is sent again under the policy, whether its details can be fetched or not.
    private RuntimeException failure(Failure failure) {
        try {
            return converter.failureToException(ExternalPayloads.fetched(client, failure));
        } catch (RuntimeException e) {
            return converter.failureToException(failure);
        }
    }

    // The update has succeeded: the attempt must not fail because the result can't be fetched or decrypted now.
    private @Nullable RawValue result(Payloads success) {
        try {
            return converter.fromPayloads(
                    0, Optional.of(ExternalPayloads.fetched(client, success)), RawValue.class, RawValue.class);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private WorkflowServiceBlockingStub stub() {
        return client.getWorkflowServiceStubs().blockingStub().withDeadline(event.deadline());
    }

    private static <R> Optional<R> unlessNotTaken(Supplier<R> call) {
        try {
            return Optional.of(call.get());
        } catch (StatusRuntimeException e) {
            if (isNotTaken(e.getStatus())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean isNotTaken(Status status) {
        return status.getCode() == Status.Code.NOT_FOUND
                || (status.getCode() == Status.Code.RESOURCE_EXHAUSTED
                        && Objects.requireNonNullElse(status.getDescription(), "")
                                .contains(CUT_OFF));
    }
}
