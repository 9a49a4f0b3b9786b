package dev.durahook.worker.destination.workflow.handover;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import dev.durahook.worker.destination.workflow.namespace.MissingNamespace;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the workflow that is to get an event, with its earlier runs. Temporal recognises a repeated update or signal only
 * within one run. A workflow that has continued as new since the event was received may have taken the event in an
 * earlier run, so that run must be asked as well.
 */
final class TargetSearch {

    // The receiver's clock tells when the event was received, and Temporal's clock when a run began.
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);
    private static final int MOST_RUNS = 1_000;

    private final WorkflowClient client;
    private final Instant since;

    /**
     * Prepares a search.
     *
     * @param received when the event was received; no attempt was made before
     */
    TargetSearch(WorkflowClient client, Instant received) {
        this.client = client;
        this.since = received.minus(CLOCK_DIFFERENCE);
    }

    /**
     * Returns the workflow with this ID; empty if there is none.
     *
     * @throws WorkflowNotFoundException if there is no such namespace
     * @throws TooManyRunsException if the workflow has continued as new so often that its runs can't all be asked
     */
    Optional<Target> find(String workflowId) throws TooManyRunsException {
        WorkflowExecutionInfo info;
        try {
            info = client.newUntypedWorkflowStub(workflowId)
                    .describe()
                    .getRawDescription()
                    .getWorkflowExecutionInfo();
        } catch (WorkflowNotFoundException e) {
            if (MissingNamespace.isReportedBy(e)) {
                throw e;
            }
            return Optional.empty();
        }
        return Optional.of(new Target(info.getStatus(), runs(info)));
    }

    private List<WorkflowExecution> runs(WorkflowExecutionInfo newest) throws TooManyRunsException {
        WorkflowExecution run = newest.getExecution();
        return newest.getFirstRunId().equals(run.getRunId()) || isEarly(newest.getStartTime())
                ? List.of(run)
                : chain(run);
    }

    private List<WorkflowExecution> chain(WorkflowExecution newest) throws TooManyRunsException {
        List<WorkflowExecution> runs = new ArrayList<>();
        for (WorkflowExecution run = newest; !run.getRunId().isEmpty(); ) {
            runs.add(run);
            if (runs.size() > MOST_RUNS) {
                throw new TooManyRunsException(MOST_RUNS);
            }
            run = before(run);
        }
        return runs;
    }

    // The run ID is empty if there is no earlier run that may have got the event.
    private WorkflowExecution before(WorkflowExecution run) {
        String before = begin(run)
                .filter(begin -> !isEarly(begin.getEventTime()))
                .map(begin -> begin.getWorkflowExecutionStartedEventAttributes().getContinuedExecutionRunId())
                .orElse("");
        return run.toBuilder().setRunId(before).build();
    }

    // Empty if the run is so old that the namespace no longer keeps it.
    private Optional<HistoryEvent> begin(WorkflowExecution run) {
        GetWorkflowExecutionHistoryRequest first = GetWorkflowExecutionHistoryRequest.newBuilder()
                .setNamespace(client.getOptions().getNamespace())
                .setExecution(run)
                .setMaximumPageSize(1)
                .build();
        try {
            return Optional.of(client.getWorkflowServiceStubs()
                    .blockingStub()
                    .getWorkflowExecutionHistory(first)
                    .getHistory()
                    .getEvents(0));
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private boolean isEarly(Timestamp began) {
        return Instant.ofEpochMilli(Timestamps.toMillis(began)).isBefore(since);
    }
}
