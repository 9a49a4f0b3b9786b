package dev.durahook.worker.operations;

import com.google.protobuf.ByteString;
import dev.durahook.workflows.operations.EventPage;
import dev.durahook.workflows.operations.EventRun;
import dev.durahook.workflows.operations.InvalidOperation;
import dev.durahook.workflows.operations.Operation;
import dev.durahook.workflows.operations.OperationRequest;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsResponse;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts and lists the events of an operation. */
record EventLists(TemporalCalls calls) {

    /**
     * Counts the events.
     *
     * @throws io.temporal.failure.ApplicationFailure if Temporal does not take the filter
     */
    long count(OperationRequest request) {
        String query = request.query();
        if (query != null) {
            // A query such as "a = 'x') OR (b = 'y'" is no query on its own, but would widen the filter around it.
            count(request.operation(), query, "Temporal does not take the query: ");
        }
        return count(request.operation(), request.filter(), "Temporal can't list these events: ");
    }

    private long count(Operation operation, String filter, String problem) {
        try {
            return calls.stub()
                    .countWorkflowExecutions(CountWorkflowExecutionsRequest.newBuilder()
                            .setNamespace(calls.namespace())
                            .setQuery(filter)
                            .build())
                    .getCount();
        } catch (StatusRuntimeException e) {
            throw switch (e.getStatus().getCode()) {
                case INVALID_ARGUMENT ->
                    InvalidOperation.of(operation, problem + e.getStatus().getDescription());
                // The embedded test server.
                case UNIMPLEMENTED -> InvalidOperation.of(operation, "This Temporal can't list workflows");
                default -> e;
            };
        }
    }

    /**
     * Lists a page of events, the newest first. Temporal's next page begins after the last event of this page, whether
     * or not the events of this page still match. So an event that is retried and parked again is not listed twice.
     */
    EventPage page(String filter, @Nullable String from, int size) {
        ListWorkflowExecutionsRequest.Builder request = ListWorkflowExecutionsRequest.newBuilder()
                .setNamespace(calls.namespace())
                .setPageSize(size)
                .setQuery(filter);
        if (from != null) {
            request.setNextPageToken(ByteString.copyFrom(Base64.getDecoder().decode(from)));
        }
        ListWorkflowExecutionsResponse answer = calls.stub().listWorkflowExecutions(request.build());
        // An event that was processed again has several runs. Only one of them is acted on.
        Map<String, EventRun> events = new LinkedHashMap<>();
        for (WorkflowExecutionInfo info : answer.getExecutionsList()) {
            String id = info.getExecution().getWorkflowId();
            events.putIfAbsent(id, new EventRun(id, info.getExecution().getRunId()));
        }
        byte[] next = answer.getNextPageToken().toByteArray();
        return new EventPage(
                events.values().stream().toList(),
                next.length == 0 ? null : Base64.getEncoder().encodeToString(next));
    }
}
