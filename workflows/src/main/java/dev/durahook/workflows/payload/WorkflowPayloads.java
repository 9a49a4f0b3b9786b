package dev.durahook.workflows.payload;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.converter.DataConverter;
import io.temporal.payload.context.WorkflowSerializationContext;

/**
 * Tells a data converter the workflow whose payloads it reads and writes, as Temporal's SDK does. A codec may choose its
 * key by the namespace, or bind what it encrypts to the workflow: a payload can be read only in the context in which it
 * was written.
 */
public final class WorkflowPayloads {

    private WorkflowPayloads() {}

    /** The client's data converter for a workflow of the client's namespace. */
    public static DataConverter of(WorkflowClient client, String workflowId) {
        WorkflowClientOptions options = client.getOptions();
        return of(options.getDataConverter(), options.getNamespace(), workflowId);
    }

    /** The data converter for a workflow. */
    public static DataConverter of(DataConverter converter, String namespace, String workflowId) {
        return converter.withContext(new WorkflowSerializationContext(namespace, workflowId));
    }
}
