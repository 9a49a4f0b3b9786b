package dev.durahook.loadsupport.server;

import io.temporal.api.batch.v1.BatchOperationTermination;
import io.temporal.api.workflowservice.v1.StartBatchOperationRequest;
import io.temporal.client.WorkflowClient;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Workflows that are still running when a run is over, on a server that goes on.
 *
 * @param client the client of the namespace
 */
public record OpenWorkflows(WorkflowClient client) {

    /**
     * Terminates the workflows that are still running. The server does it in the background.
     *
     * @param prefixes the beginnings of the workflows' IDs
     */
    public void terminate(Collection<String> prefixes) {
        String all = prefixes.stream()
                .map(prefix -> "WorkflowId STARTS_WITH '" + prefix + "'")
                .collect(Collectors.joining(" OR "));
        client.getWorkflowServiceStubs()
                .blockingStub()
                .startBatchOperation(StartBatchOperationRequest.newBuilder()
                        .setNamespace(client.getOptions().getNamespace())
                        .setJobId(UUID.randomUUID().toString())
                        .setReason("the run is over")
                        .setVisibilityQuery("ExecutionStatus = 'Running' AND (" + all + ")")
                        .setTerminationOperation(BatchOperationTermination.newBuilder())
                        .build());
    }
}
