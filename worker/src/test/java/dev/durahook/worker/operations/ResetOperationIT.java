package dev.durahook.worker.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.operations.EventPage;
import dev.durahook.workflows.operations.EventRun;
import dev.durahook.workflows.operations.OperationActivities;
import dev.durahook.workflows.operations.OperationOrder;
import dev.durahook.workflows.operations.OperationRequest;
import dev.durahook.workflows.operations.OperationScope;
import dev.durahook.workflows.operations.PageOutcome;
import dev.durahook.workflows.operations.run.OperationResult;
import dev.durahook.workflows.operations.run.OperationWorkflow;
import dev.durahook.workflows.parking.ParkingActivities;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An operator resets an operation that is done, because its events are parked again. */
@RequiresTemporal
class ResetOperationIT {

    private static final EventRun EVENT = new EventRun("shop:1", "run-1");

    @Test
    void callsOfTheResetRunAreNotThoseThatTemporalHasTaken() {
        TakenCalls taken = new TakenCalls();
        try (TemporalServer server = TemporalServer.start()) {
            WorkerFactory factory = WorkerFactory.newInstance(server.client());
            Worker worker = factory.newWorker(TaskQueues.OPERATIONS);
            worker.registerWorkflowImplementationTypes(OperationWorkflow.class);
            worker.registerActivitiesImplementations(taken);
            factory.start();
            try {
                WorkflowStub operation = server.client()
                        .newUntypedWorkflowStub(
                                "durahook.retry-parked",
                                WorkflowOptions.newBuilder()
                                        .setWorkflowId("an-operation")
                                        .setTaskQueue(TaskQueues.OPERATIONS)
                                        .build());
                operation.start(EventBody.of("{\"type\": \"*\"}".getBytes(StandardCharsets.UTF_8)));
                operation.getResult(OperationResult.class);
                assertThat(taken.ids).containsExactly(operation.getExecution().getRunId() + "/run-1");

                server.workflows().reset("an-operation");
                server.client().newUntypedWorkflowStub("an-operation").getResult(OperationResult.class);
                assertThat(taken.ids).as("the event is retried once more").hasSize(2);
            } finally {
                factory.shutdownNow();
            }
        }
    }

    /** One event, and the IDs of the calls that act on it. Temporal takes each ID once. */
    private static final class TakenCalls implements OperationActivities, ParkingActivities {

        private final Set<String> ids = ConcurrentHashMap.newKeySet();

        @Override
        public boolean statusAttributeRegistered() {
            return false;
        }

        @Override
        public OperationScope look(OperationRequest request) {
            return new OperationScope(1, "ann@shop.example");
        }

        @Override
        public EventPage list(OperationOrder order, @Nullable String from, int size) {
            return new EventPage(List.of(EVENT), null);
        }

        @Override
        public PageOutcome act(OperationOrder order, List<EventRun> events) {
            events.forEach(event -> ids.add(order.requestId(event)));
            return PageOutcome.done(events.get(0));
        }
    }
}
