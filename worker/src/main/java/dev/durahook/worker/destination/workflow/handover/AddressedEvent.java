package dev.durahook.worker.destination.workflow.handover;

import dev.durahook.workflows.payload.WorkflowPayloads;
import io.grpc.Deadline;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowTargetOptions;
import io.temporal.common.converter.DataConverter;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One event, the workflow that is to get it, and the time that an attempt has.
 *
 * @param workflowId the ID of the workflow
 * @param key the same at every attempt to hand the event over, see {@link HandoverKey}
 * @param values what the update or the signal carries
 * @param deadline the end of the attempt
 */
record AddressedEvent(String workflowId, String key, List<Object> values, Deadline deadline) {

    AddressedEvent {
        values = List.copyOf(values);
    }

    Object[] arguments() {
        return values.toArray();
    }

    /** Returns the client's data converter for payloads of the workflow. */
    DataConverter converter(WorkflowClient client) {
        return WorkflowPayloads.of(client, workflowId);
    }

    long millisLeft() {
        return Math.max(1, deadline.timeRemaining(TimeUnit.MILLISECONDS));
    }

    /** One run of the workflow, and no later one. */
    static WorkflowTargetOptions target(WorkflowExecution run) {
        return WorkflowTargetOptions.newBuilder()
                .setWorkflowId(run.getWorkflowId())
                .setRunId(run.getRunId())
                .build();
    }
}
