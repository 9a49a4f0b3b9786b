package dev.durahook.workflows.shop;

import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import io.temporal.api.common.v1.Header;
import io.temporal.api.common.v1.WorkflowType;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Starts a workflow as the later run of an event whose earlier run has parked a step. So a test can send signals before
 * the run's first task, as an operator can between two runs.
 */
public final class LaterRun {

    private LaterRun() {}

    /** A later run of the default workflow, which goes on waiting for its only step, the handler {@code mail}. */
    public static WorkflowStub ofDefaultWorkflow(WorkflowClient client, String queue, WebhookEvent event) {
        Map<String, Object> plan = Map.of(
                "steps",
                List.of(Map.of("kind", "HANDLER", "name", "mail", "policy", Shop.POLICY)),
                "parkUnhandled",
                false);
        Object parked = parked("Handle: mail", "handle:mail");
        return start(
                client,
                request(client, queue, event, Map.of("plan", plan, "fates", List.of(), "parked", List.of(parked))));
    }

    /** A later run of a workflow that has failed. */
    public static WorkflowStub ofFailedWorkflow(WorkflowClient client, String queue, WebhookEvent event) {
        Header header = Header.newBuilder()
                .putFields(
                        "durahook-parked",
                        DefaultDataConverter.STANDARD_INSTANCE
                                .toPayload(parked("Run the workflow", "run-workflow"))
                                .orElseThrow())
                .build();
        return start(client, request(client, queue, event).setHeader(header));
    }

    private static Object parked(String step, String key) {
        return Map.of("step", step, "failure", "down", "since", "2026-11-24T10:15:30Z", "key", key);
    }

    private static StartWorkflowExecutionRequest.Builder request(
            WorkflowClient client, String queue, WebhookEvent event, Object... more) {
        DataConverter converter = client.getOptions().getDataConverter();
        Object body = EventBody.of("{}".getBytes(StandardCharsets.UTF_8));
        return StartWorkflowExecutionRequest.newBuilder()
                .setNamespace(client.getOptions().getNamespace())
                .setRequestId(UUID.randomUUID().toString())
                .setIdentity("test")
                .setWorkflowId(event.id())
                .setWorkflowType(WorkflowType.newBuilder().setName(event.type()))
                .setTaskQueue(TaskQueue.newBuilder().setName(queue))
                .setInput((more.length == 0
                                ? converter.toPayloads(event, body)
                                : converter.toPayloads(event, body, more[0]))
                        .orElseThrow());
    }

    private static WorkflowStub start(WorkflowClient client, StartWorkflowExecutionRequest.Builder request) {
        client.getWorkflowServiceStubs().blockingStub().startWorkflowExecution(request.build());
        return client.newUntypedWorkflowStub(request.getWorkflowId());
    }
}
