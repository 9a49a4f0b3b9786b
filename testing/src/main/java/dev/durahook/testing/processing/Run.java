package dev.durahook.testing.processing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.durahook.workflows.parking.EventStatus;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The latest run of an event's workflow, and what can be seen of it from outside. */
final class Run {

    /** The outcome of an event that went well. */
    static final String COMPLETED = "completed";

    // Of the wall clock: what the test skips takes none, and the first event of a test run a second or two. A machine
    // that builds other things as well takes its time.
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final Duration GLANCE = Duration.ofMillis(5);

    private final WorkflowStub workflow;
    private final WorkflowClient client;
    private final Clock clock;

    Run(WorkflowStub workflow, WorkflowClient client, Clock clock) {
        // Without a run's ID: one that fails is parked in a new run.
        this.workflow = client.newUntypedWorkflowStub(workflow.getExecution().getWorkflowId());
        this.client = client;
        this.clock = clock;
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
            await("neither completed nor parked; does it wait for a signal?", this::isSettled);
        } finally {
            clock.stop();
        }
    }

    /** Lets so much time pass, and what has become due then. */
    void pass(Duration duration) {
        clock.pass(duration);
        await("still at work", () -> isClosed(workflow.describe()) || isIdle());
    }

    /** What became of it, in a word: what an operator finds it by, where there is such a thing. */
    String outcome() {
        WorkflowExecutionDescription run = workflow.describe();
        return status(run).orElseGet(() -> switch (run.getStatus()) {
            case WORKFLOW_EXECUTION_STATUS_RUNNING -> "running";
            case WORKFLOW_EXECUTION_STATUS_COMPLETED -> COMPLETED;
            default -> "failed";
        });
    }

    /** What it has to say in the end, or why it failed; nothing while it is not at its end. */
    @Nullable
    String result() {
        if (!isClosed(workflow.describe())) {
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

    // A run that was continued as new is not the latest for long: the next one is about to appear.
    private static boolean isClosed(WorkflowExecutionDescription run) {
        return run.getStatus() != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING
                && run.getStatus() != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW;
    }

    private static Optional<String> status(WorkflowExecutionDescription run) {
        return Optional.ofNullable(run.getTypedSearchAttributes().get(EventStatus.KEY));
    }

    // A step that is parked stops the clock, which another one may still need. Idle first: what is described then is
    // what the workflow has made of everything that it has seen.
    private boolean isSettled() {
        int stops = clock.stops();
        boolean idle = isIdle();
        WorkflowExecutionDescription run = workflow.describe();
        if (isClosed(run) || (idle && isParked(run) && isIdle())) {
            return true;
        }
        if (idle) {
            clock.runUnlessStoppedSince(stops);
        }
        return false;
    }

    private static boolean isParked(WorkflowExecutionDescription run) {
        return run.getRawDescription().getPendingActivitiesCount() == 0
                && status(run).equals(Optional.of(EventStatus.PARKED));
    }

    private boolean isIdle() {
        return WorkflowTasks.areDone(client.fetchHistory(eventId()).getEvents());
    }

    private void await(String problem, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "After " + PATIENCE.toSeconds() + " s the event " + eventId() + " is " + problem);
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
