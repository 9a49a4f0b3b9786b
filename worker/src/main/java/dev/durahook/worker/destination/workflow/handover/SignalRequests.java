package dev.durahook.worker.destination.workflow.handover;

import dev.durahook.worker.destination.kind.NewWorkflow;
import dev.durahook.worker.destination.workflow.declaration.WorkflowDestination;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.common.v1.WorkflowType;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.SignalWithStartWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.SignalWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;

/** The requests that signal a workflow. The SDK's own stubs give each signal a new request ID, so they are not used. */
final class SignalRequests {

    private final WorkflowClient client;
    private final WorkflowDestination destination;
    private final AddressedEvent event;

    SignalRequests(WorkflowClient client, WorkflowDestination destination, AddressedEvent event) {
        this.client = client;
        this.destination = destination;
        this.event = event;
    }

    SignalWorkflowExecutionRequest signal(WorkflowExecution run) {
        return SignalWorkflowExecutionRequest.newBuilder()
                .setNamespace(client.getOptions().getNamespace())
                .setIdentity(client.getOptions().getIdentity())
                .setWorkflowExecution(run)
                .setSignalName(destination.handler())
                .setInput(arguments())
                .setRequestId(event.key())
                .build();
    }

    SignalWithStartWorkflowExecutionRequest start(NewWorkflow workflow) {
        return SignalWithStartWorkflowExecutionRequest.newBuilder()
                .setNamespace(client.getOptions().getNamespace())
                .setIdentity(client.getOptions().getIdentity())
                .setWorkflowId(event.workflowId())
                .setWorkflowType(WorkflowType.newBuilder().setName(workflow.type()))
                .setTaskQueue(TaskQueue.newBuilder().setName(workflow.taskQueue()))
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                .setInput(arguments())
                .setSignalName(destination.handler())
                .setSignalInput(arguments())
                .setRequestId(event.key())
                .build();
    }

    private Payloads arguments() {
        return event.converter(client).toPayloads(event.arguments()).orElseThrow();
    }
}
