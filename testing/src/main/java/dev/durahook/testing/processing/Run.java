package dev.durahook.testing.processing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.durahook.workflows.text.DurationText;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The latest run of an event's workflow, and what can be seen of it from outside. */
final class Run {

    /** The outcome of an event that went well. */
    static final String COMPLETED = "completed";

    private static final Duration GLANCE = Duration.ofMillis(5);

    private final TestWorker worker;
    private final WorkflowStub workflow;

    /** The run of an ID. */
    Run(String id, TestWorker worker) {
        this.worker = worker;
        // Without a run's ID: one that fails is parked in a new run.
        this.workflow = worker.client().newUntypedWorkflowStub(id);
    }

    /** The run of a child workflow. */
    Run child(String id) {
        return new Run(id, worker);
    }

    WorkflowStub workflow() {
        return workflow;
    }

    String eventId() {
        return workflow.getExecution().getWorkflowId();
    }

    /** Lets time run until the event is completed, or parked with nothing else under way. */
    void untilSettled() {
        try {
            await("neither completed nor parked", this::isSettled);
        } finally {
            worker.clock().stop();
        }
    }

    /** Lets so much time pass, and what has become due then. */
    void pass(Duration duration) {
        worker.clock().pass(duration);
        await("still at work", () -> execution().isIdle());
    }

    /** What became of it, in a word: what an operator finds it by, where there is such a thing. */
    String outcome() {
        Execution run = execution();
        return run.status().orElseGet(() -> switch (run.description().getStatus()) {
            case WORKFLOW_EXECUTION_STATUS_RUNNING -> "running";
            case WORKFLOW_EXECUTION_STATUS_COMPLETED -> COMPLETED;
            default -> "failed";
        });
    }

    /** What it has to say in the end, or why it failed; nothing while it is not at its end. */
    @Nullable
    String result() {
        if (!execution().isClosed()) {
            return null;
        }
        try {
            return Results.text(workflow.getResult(JsonNode.class));
        } catch (WorkflowFailedException e) {
            return String.valueOf(e.getCause());
        }
    }

    /** What an operator reads. */
    String details() {
        return workflow.query("__temporal_workflow_metadata", WorkflowMetadata.class)
                .getCurrentDetails();
    }

    /**
     * How it stands, its children included.
     *
     * @throws AssertionError if it has started a child workflow that the test does not run
     */
    Execution execution() {
        Execution execution = Execution.of(worker.client(), eventId());
        execution.requireChildren(worker::takes);
        return execution;
    }

    /** What it waits for, in lines that begin with a line's end. */
    String waits() {
        return new Waits(worker.client()).of(execution());
    }

    // A step that is parked stops the clock, which another one may still need. What was settled must still be idle: it
    // may
    // have got on between the questions.
    private boolean isSettled() {
        int stops = worker.clock().stops();
        Execution seen = execution();
        if (seen.isClosed() || (seen.isSettled() && execution().isIdle())) {
            return true;
        }
        // Otherwise the clock would leap to the end of the time that a workflow may take at all.
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
