package dev.durahook.receiver.acceptance.start;

import dev.durahook.receiver.acceptance.start.Acceptance.Accepted;
import dev.durahook.receiver.acceptance.start.Acceptance.PreviouslyAccepted;
import io.grpc.Context;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowOptions;
import java.util.concurrent.ScheduledExecutorService;

/** Stores an event by starting its workflow. Duplicates are found by Temporal, which keeps workflow IDs unique. */
public final class TemporalEventStore implements DeadlineStore {

    private final WorkflowClient client;
    private final ScheduledExecutorService timer;

    /**
     * A store in the client's namespace.
     *
     * @param timer cancels calls at their deadline
     */
    public TemporalEventStore(WorkflowClient client, ScheduledExecutorService timer) {
        this.client = client;
        this.timer = timer;
    }

    @Override
    public Acceptance store(NewEvent event, WorkflowStart start) {
        // The deadline of the gRPC context ends the client's retries, which otherwise go on for a minute.
        Context.CancellableContext context =
                Context.current().withValue(WorkflowStart.CURRENT, start).withDeadline(start.deadline(), timer);
        try {
            context.run(() -> start(event));
            return new Accepted();
        } catch (WorkflowExecutionAlreadyStarted e) {
            return new PreviouslyAccepted();
        } catch (RuntimeException e) {
            return StartFailures.explain(e);
        } finally {
            context.cancel(null);
        }
    }

    private void start(NewEvent event) {
        client.newUntypedWorkflowStub(event.event().type(), options(event)).start(event.event(), event.body());
    }

    // With Temporal's default reuse policy, a closed workflow's event would be processed again. With eager execution,
    // the first task comes with the answer to the start, but only if a worker of this client serves the task queue and
    // has a free slot: docs/decisions/0039-receiver-and-worker-in-one-process.md.
    private static WorkflowOptions options(NewEvent event) {
        WorkflowOptions.Builder options = WorkflowOptions.newBuilder()
                .setWorkflowId(event.event().id())
                .setTaskQueue(event.taskQueue())
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
                .setDisableEagerExecution(false)
                .setStaticSummary(event.summary())
                .setStaticDetails(event.details());
        event.priority().temporal().ifPresent(options::setPriority);
        if (!event.memo().isEmpty()) {
            options.setMemo(event.memo());
        }
        return options.build();
    }
}
