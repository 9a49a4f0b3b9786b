package dev.durahook.worker.failures;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.QueriedDetails;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.parking.EventStatus;
import dev.durahook.workflows.processing.Outcome;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowStub;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One event that is processed, with the attempts that its handler has seen. */
final class Event {

    private final WorkflowStub workflow;
    private final Work work;
    private final List<Long> attempts = new CopyOnWriteArrayList<>();

    Event(WorkflowStub workflow, Work work) {
        this.workflow = workflow;
        this.work = work;
    }

    Event start(String type) {
        return start(type, "{\"id\": 1}".getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
    }

    Event start(String type, byte[] body, Instant received) {
        String id = workflow.getOptions().orElseThrow().getWorkflowId();
        workflow.start(new WebhookEvent(id, "test", type, received, Map.of(), null), EventBody.of(body));
        return this;
    }

    @Nullable
    String handle(EventAttempt attempt) throws Exception {
        attempts.add(System.nanoTime());
        return work.on(attempt);
    }

    /** How often the event's handler was called. */
    int attempts() {
        return attempts.size();
    }

    /** The time from the beginning of each attempt to the beginning of the next. */
    List<Duration> waits() {
        List<Duration> waits = new ArrayList<>();
        for (int i = 1; i < attempts.size(); i++) {
            waits.add(Duration.ofNanos(attempts.get(i) - attempts.get(i - 1)));
        }
        return waits;
    }

    /** Waits until the workflow has ended. */
    Outcome outcome() {
        try {
            return workflow.getResult(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS, Outcome.class);
        } catch (TimeoutException e) {
            throw new AssertionError("still open after " + Await.PATIENCE, e);
        }
    }

    /** Waits for the end and returns the result of the only step. */
    @Nullable
    String result() {
        return outcome().steps().get(0).result();
    }

    /** Waits until the event is parked and returns its current details. */
    String parked() {
        Await.until("the event is parked", () -> EventStatus.PARKED.equals(status()));
        return details();
    }

    /** Whether the event's workflow has ended or is parked. */
    boolean isSettled() {
        return EventStatus.PARKED.equals(status())
                || workflow.describe().getStatus() != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
    }

    /** The status by which an operator finds the event. */
    @Nullable
    String status() {
        return workflow.describe().getTypedSearchAttributes().get(EventStatus.KEY);
    }

    String details() {
        return QueriedDetails.of(workflow);
    }

    /** How often the pending activity has failed. */
    int failedAttempts() {
        return workflow.describe().getRawDescription().getPendingActivitiesList().stream()
                .mapToInt(activity -> activity.getAttempt() - 1)
                .sum();
    }

    /** The failure of the pending activity's last attempt; empty if no activity is pending. */
    String lastFailure() {
        return workflow.describe().getRawDescription().getPendingActivitiesList().stream()
                .map(activity -> activity.getLastFailure().toString())
                .findFirst()
                .orElse("");
    }

    void signal(String name, Object... arguments) {
        workflow.signal(name, arguments);
    }

    String id() {
        return workflow.getExecution().getWorkflowId();
    }

    /** The ID of the workflow's first run. */
    String runId() {
        return workflow.getExecution().getRunId();
    }
}
