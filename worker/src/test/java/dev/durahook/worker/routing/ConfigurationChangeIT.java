package dev.durahook.worker.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.worker.PatientWorkers;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.handling.HandlerActivity;
import dev.durahook.workflows.parking.ParkingActivities;
import dev.durahook.workflows.policy.PacedRetries;
import dev.durahook.workflows.policy.PolicyActivities;
import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.processing.DefaultWorkflow;
import dev.durahook.workflows.processing.DiscardInterceptor;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlanActivities;
import dev.durahook.workflows.routing.PlannedStep;
import dev.durahook.workflows.routing.PlannedStep.Kind;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Routes are added, removed, reordered and renamed, and policies changed, with every event that starts. The worker
 * keeps ten workflows in memory, so most tasks are replays under the configuration of that moment; at the end every
 * history is replayed without activities. For more events, use {@code -Ddurahook.changes=3000}.
 */
@RequiresTemporal
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class ConfigurationChangeIT {

    private static final int EVENTS = Integer.getInteger("durahook.changes", 120);
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final List<List<String>> PLANS = List.of(
            List.of("crm", "mail"),
            List.of("mail", "crm"),
            List.of("mail"),
            List.of("crm", "mail", "audit"),
            List.of("audit", "crm", "mail"),
            List.of("renamed", "mail"));

    private final AtomicInteger asked = new AtomicInteger();
    private final Map<String, List<String>> planned = new ConcurrentHashMap<>();
    private final Map<String, List<String>> handled = new ConcurrentHashMap<>();

    @Test
    void noChangeReachesAnEventThatRuns() {
        try (TemporalServer server =
                TemporalServer.start(TemporalServerOptions.inMemory().withStatus())) {
            WorkerFactory factory = start(server.client());
            IntStream.range(0, EVENTS).parallel().forEach(i -> deliver(server.client(), "shop:" + i));
            Await.until(
                    "all events are processed",
                    LONG,
                    () -> server.workflows().count("ExecutionStatus = 'Completed'") == EVENTS);
            factory.shutdownNow();

            assertThat(handled).hasSize(EVENTS);
            handled.forEach((id, steps) -> assertThat(steps).containsExactlyInAnyOrderElementsOf(planned.get(id)));
            replayAll(server.client());
        }
    }

    private static void replayAll(WorkflowClient client) {
        try (TestWorkflowEnvironment memory = TestWorkflowEnvironment.newInstance()) {
            Worker worker = memory.newWorker(TaskQueues.DEFAULT, PatientWorkers.options());
            worker.registerWorkflowImplementationTypes(DefaultWorkflow.class);
            List<WorkflowExecutionHistory> histories = IntStream.range(0, EVENTS)
                    .mapToObj(i -> client.fetchHistory("shop:" + i))
                    .toList();
            assertThat(histories)
                    .flatExtracting(WorkflowExecutionHistory::getEvents)
                    .noneMatch(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED);
            replay(histories, worker);
        }
    }

    private static void replay(List<WorkflowExecutionHistory> histories, Worker worker) {
        try {
            WorkflowReplayer.replayWorkflowExecutions(histories, true, worker);
        } catch (Exception e) {
            throw new AssertionError("What has happened does not replay", e);
        }
    }

    private WorkerFactory start(WorkflowClient client) {
        WorkerFactory factory = WorkerFactory.newInstance(
                client,
                WorkerFactoryOptions.newBuilder()
                        .setWorkflowCacheSize(10)
                        .setWorkerInterceptors(new DiscardInterceptor(), new PacedRetries())
                        .build());
        Worker worker = factory.newWorker(TaskQueues.DEFAULT, PatientWorkers.options());
        worker.registerWorkflowImplementationTypes(DefaultWorkflow.class);
        worker.registerActivitiesImplementations(
                (PolicyActivities) (name, destination) -> policy(name),
                (PlanActivities) (event, body, step, mayTry) -> plan(event.type()),
                (ParkingActivities) () -> true,
                new HandlerActivity(
                        Stream.of("crm", "mail", "audit", "renamed")
                                .map(Handler::new)
                                .toList(),
                        event -> new byte[0]));
        factory.start();
        return factory;
    }

    // The event type contains the event's number, so that the test knows which plan the event got.
    private Plan plan(String eventType) {
        List<String> names = PLANS.get(asked.incrementAndGet() % PLANS.size());
        planned.put("shop:" + eventType.substring("shop.order_".length()), names);
        return new Plan(
                names.stream()
                        .map(name -> new PlannedStep(Kind.HANDLER, name, "policy-" + name))
                        .toList(),
                false);
    }

    private RetryPolicy policy(String name) {
        Duration interval = Duration.ofMillis(100 + asked.get() % 5 * 100L);
        return new RetryPolicy(interval, 1, interval, 3 + asked.get() % 5, Duration.ofMinutes(1), null, List.of());
    }

    private static void deliver(WorkflowClient client, String id) {
        String type = "shop.order_" + id.substring("shop:".length());
        client.newUntypedWorkflowStub(
                        type,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(id)
                                .setTaskQueue(TaskQueues.DEFAULT)
                                .build())
                .start(new WebhookEvent(id, "shop", type, Instant.EPOCH, Map.of(), null), EventBody.of(new byte[0]));
    }

    /** Fails at first, so that events are still running while the configuration changes. */
    private final class Handler implements EventHandler {

        private final String name;

        Handler(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<String> eventTypes() {
            return List.of("*");
        }

        @Override
        public String handle(EventAttempt attempt) {
            if (attempt.number() < 3) {
                throw new IllegalStateException("not yet");
            }
            handled.merge(
                    attempt.event().id(),
                    List.of(name),
                    (before, one) ->
                            Stream.concat(before.stream(), one.stream()).toList());
            return name;
        }
    }
}
