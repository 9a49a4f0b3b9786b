package dev.durahook.testing.processing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.durahook.testing.execution.Execution;
import dev.durahook.testing.execution.PendingWork;
import dev.durahook.testing.execution.ShownResult;
import dev.durahook.workflows.text.DurationText;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The latest run of an event's workflow, as seen from outside. */
final class LatestRun {

    /** The outcome of an event that was processed. */
    static final String COMPLETED = "completed";

    private static final Duration GLANCE = Duration.ofMillis(5);

    private final TestWorker worker;
    private final WorkflowStub workflow;

    /** The latest run of the workflow with this ID. */
    LatestRun(String id, TestWorker worker) {
        this.worker = worker;
        // The stub has no run ID, because a workflow that fails is parked in a new run.
        this.workflow = worker.client().newUntypedWorkflowStub(id);
    }

    /** The latest run of a child workflow. */
    LatestRun child(String id) {
        return new LatestRun(id, worker);
    }

    WorkflowStub workflow() {
        return workflow;
    }

    String eventId() {
        return workflow.getExecution().getWorkflowId();
    }

    /** Lets time run until the event is completed, or parked with no other step under way. */
    void untilSettled() {
        try {
            await("neither completed nor parked", this::isSettled);
        } finally {
            worker.clock().stop();
        }
    }

    /** Lets this much time pass, and waits for the work that became due in it. */
    void pass(Duration duration) {
        worker.clock().pass(duration);
        await("still at work", () -> execution().isIdle());
    }

    /** The event's outcome in a word: the status by which an operator finds the event, if it has one. */
    String outcome() {
        Execution run = execution();
        return run.status().orElseGet(() -> switch (run.description().getStatus()) {
            case WORKFLOW_EXECUTION_STATUS_RUNNING -> "running";
            case WORKFLOW_EXECUTION_STATUS_COMPLETED -> COMPLETED;
            default -> "failed";
        });
    }

    /** The result of the workflow, or the cause of its failure; null if the workflow has not ended. */
    @Nullable
    String result() {
        if (!execution().isClosed()) {
            return null;
        }
        try {
            return ShownResult.text(workflow.getResult(JsonNode.class));
        } catch (WorkflowFailedException e) {
            return String.valueOf(e.getCause());
        }
    }

    /** The type of the failure with which the workflow has ended; empty if it has not ended as <em>Failed</em>. */
    Optional<String> failureType() {
        if (!execution().isClosed()) {
            return Optional.empty();
        }
        try {
            workflow.getResult(JsonNode.class);
            return Optional.empty();
        } catch (WorkflowFailedException e) {
            return e.getCause() instanceof ApplicationFailure failure
                    ? Optional.of(failure.getType())
                    : Optional.empty();
        }
    }

    /** The current details, which an operator reads. */
    String details() {
        return workflow.query("__temporal_workflow_metadata", WorkflowMetadata.class)
                .getCurrentDetails();
    }

    /**
     * The state of the workflow, including its children.
     *
     * @throws AssertionError if the workflow has started a child workflow that the test does not run
     */
    Execution execution() {
        Execution execution = Execution.of(worker.client(), eventId());
        execution.requireChildren(worker::takes);
        return execution;
    }

    /** Names everything that the workflow waits for, in lines that each begin with a line break. */
    String waits() {
        return new PendingWork(worker.client(), worker::remedyForDestination).of(execution());
    }

    // A parked step stops the clock, which another step may still need. The workflow must be idle both times, because
    // it may have moved on between the two questions.
    private boolean isSettled() {
        int stops = worker.clock().stops();
        Execution seen = execution();
        if (seen.isClosed() || (seen.isSettled() && execution().isIdle())) {
            return true;
        }
        // Without this condition the clock would leap to the end of the time that a workflow may take at all.
        if (seen.isIdle() && !seen.isSettled() && seen.waitsForTime()) {
            worker.clock().runUnlessStoppedSince(stops);
        }
        return false;
    }

    private void await(String problem, BooleanSupplier condition) {
        Duration longest = worker.longestWait();
        long deadline = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("After " + DurationText.of(longest) + " the event " + eventId() + " is "
                        + problem + ". It waits for:" + waits());
            }
            sleep();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(GLANCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while an event was processed", e);
        }
    }
}
