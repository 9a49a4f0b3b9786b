package dev.durahook.worker.operations;

import dev.durahook.workflows.attempt.AttemptOrder;
import dev.durahook.workflows.operations.EventPage;
import dev.durahook.workflows.operations.EventRun;
import dev.durahook.workflows.operations.InvalidOperation;
import dev.durahook.workflows.operations.OperationActivities;
import dev.durahook.workflows.operations.OperationOrder;
import dev.durahook.workflows.operations.OperationRequest;
import dev.durahook.workflows.operations.OperationScope;
import dev.durahook.workflows.operations.PageOutcome;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.client.ActivityCanceledException;
import io.temporal.client.WorkflowClient;
import io.temporal.failure.TimeoutFailure;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Carries out operations with the calls that the CLI makes too: count, list, signal and reset. */
final class BulkActivities implements OperationActivities {

    private final TemporalCalls calls;
    private final EventLists lists;
    private final EventAction signal;
    private final EventAction reset;
    private final Predicate<String> isPolicy;

    /**
     * Makes the calls with this client.
     *
     * @param isPolicy whether a policy of this name is declared
     */
    BulkActivities(WorkflowClient client, Predicate<String> isPolicy) {
        this.calls = new TemporalCalls(client);
        this.lists = new EventLists(calls);
        this.signal = new ParkedSignal(calls);
        this.reset = new ResetToBeginning(calls, new EventRecognition(client));
        this.isPolicy = isPolicy;
    }

    @Override
    public OperationScope look(OperationRequest request) {
        String policy = request.policy();
        if (policy != null && !isPolicy.test(policy)) {
            throw InvalidOperation.of(
                    request.operation(), "The policy " + policy + " is not declared under durahook.policies");
        }
        return new OperationScope(lists.count(request), startedBy());
    }

    // The Web UI writes an identity only if its users log in.
    private String startedBy() {
        ActivityInfo info = Activity.getExecutionContext().getInfo();
        String identity = calls.beginning(info.getWorkflowId(), info.getWorkflowRunId())
                .get(0)
                .getWorkflowExecutionStartedEventAttributes()
                .getIdentity();
        return identity.isBlank() ? "a user of the Web UI without a login" : identity;
    }

    @Override
    public EventPage list(OperationOrder order, @Nullable String from, int size) {
        return lists.page(order.filter(), from, size);
    }

    @Override
    public PageOutcome act(OperationOrder order, List<EventRun> events) {
        ActivityExecutionContext attempt = Activity.getExecutionContext();
        Pace pace = new Pace(order.request().rate());
        PageOutcome outcome = PageOutcome.NONE;
        try {
            for (EventRun event : events) {
                attempt.heartbeat(null);
                PageOutcome further = one(order, event, attempt.getInfo());
                outcome = outcome.and(further);
                if (further.done() > 0 && !order.request().dryRun()) {
                    pace.await();
                }
            }
        } catch (ActivityCanceledException cancelled) {
            // The SDK throws the same if no heartbeat has reached Temporal in time. Another attempt then begins anew.
            if (cancelled.getCause() instanceof TimeoutFailure) {
                throw cancelled;
            }
            return outcome;
        } catch (InterruptedException e) {
            // The worker stops. Another worker goes through the page once more and repeats nothing.
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the worker stops");
        }
        return outcome;
    }

    private PageOutcome one(OperationOrder order, EventRun event, ActivityInfo attempt) {
        try {
            return action(order).on(event, order, !AttemptOrder.isFirst(attempt));
        } catch (RuntimeException e) {
            if (RefusedCall.isOfTheEvent(e, attempt.getAttempt())) {
                return PageOutcome.failed(event, RefusedCall.reason(e));
            }
            throw e;
        }
    }

    private EventAction action(OperationOrder order) {
        return switch (order.request().operation()) {
            case RETRY_PARKED, DISCARD_PARKED -> signal;
            case PROCESS_AGAIN -> reset;
        };
    }
}
