package dev.durahook.reliability.collect;

import dev.durahook.reliability.record.StoredEvent;
import dev.durahook.reliability.record.StoredEvent.State;
import dev.durahook.testsupport.temporal.QueriedDetails;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowExecutionMetadata;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The workflows of events that Temporal holds.
 *
 * @param client a client of the namespace
 * @param run the name of the run
 */
public record EventWorkflows(WorkflowClient client, String run) {

    private static final WorkflowExecutionStatus RUNNING = WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
    private static final WorkflowExecutionStatus CONTINUED =
            WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW;

    /** The IDs of the events that are not done. Visibility lags a little. */
    public Set<String> open() {
        return client.listExecutions("(" + query() + ") AND ExecutionStatus = 'Running'")
                .map(workflow -> workflow.getExecution().getWorkflowId())
                .collect(Collectors.toSet());
    }

    /**
     * All events that Temporal holds.
     *
     * @param acknowledged events that must be there; if visibility does not show such an event, its history is asked for
     */
    public List<StoredEvent> all(Set<String> acknowledged) {
        Map<String, List<WorkflowExecutionMetadata>> shown = client.listExecutions(query())
                .collect(Collectors.groupingBy(
                        workflow -> workflow.getExecution().getWorkflowId(), LinkedHashMap::new, Collectors.toList()));
        Stream<StoredEvent> listed = shown.entrySet().stream().map(event -> read(event.getKey(), event.getValue()));
        Stream<StoredEvent> hidden =
                acknowledged.stream().filter(id -> !shown.containsKey(id)).flatMap(this::described);
        return Stream.concat(listed, hidden).toList();
    }

    private String query() {
        return Stream.of("shop:", "bank:")
                .map(source -> "WorkflowId STARTS_WITH '" + source + run + "-'")
                .collect(Collectors.joining(" OR "));
    }

    private StoredEvent read(String id, List<WorkflowExecutionMetadata> runs) {
        WorkflowExecutionMetadata newest = runs.stream()
                .max(Comparator.comparing(WorkflowExecutionMetadata::getStartTime))
                .orElseThrow();
        int starts =
                (int) runs.stream().filter(run -> run.getStatus() != CONTINUED).count();
        return read(id, newest.getStatus(), starts);
    }

    private StoredEvent read(String id, WorkflowExecutionStatus status, int starts) {
        return new StoredEvent(id, state(status), starts, status == RUNNING ? reason(id) : "");
    }

    private Stream<StoredEvent> described(String id) {
        try {
            WorkflowExecutionInfo info = client.getWorkflowServiceStubs()
                    .blockingStub()
                    .withWaitForReady()
                    .describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                            .setNamespace(client.getOptions().getNamespace())
                            .setExecution(WorkflowExecution.newBuilder().setWorkflowId(id))
                            .build())
                    .getWorkflowExecutionInfo();
            return Stream.of(read(id, info.getStatus(), 1));
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
                return Stream.empty();
            }
            throw e;
        }
    }

    private static State state(WorkflowExecutionStatus status) {
        return switch (status) {
            case WORKFLOW_EXECUTION_STATUS_RUNNING -> State.OPEN;
            case WORKFLOW_EXECUTION_STATUS_COMPLETED -> State.COMPLETED;
            default -> State.ENDED_OTHERWISE;
        };
    }

    // The first line of the current details, if they say that the event is parked. Other details give no reason.
    private String reason(String id) {
        try {
            String details = QueriedDetails.askedOnce(client.newUntypedWorkflowStub(id));
            return details.startsWith("**Parked") ? details.lines().findFirst().orElse("") : "";
        } catch (WorkflowException unanswered) {
            return "";
        }
    }
}
