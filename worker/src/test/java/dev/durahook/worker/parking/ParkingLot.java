package dev.durahook.worker.parking;

import dev.durahook.worker.PatientWorkers;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.body.StoredBody;
import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.handling.HandlerActivity;
import dev.durahook.workflows.policy.PacedRetries;
import dev.durahook.workflows.policy.PolicyActivities;
import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.processing.DefaultWorkflow;
import dev.durahook.workflows.processing.DiscardInterceptor;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlanActivities;
import dev.durahook.workflows.routing.PlannedStep;
import dev.durahook.workflows.routing.PlannedStep.Kind;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A worker with two handlers for every event, one attempt each: {@code mail} always works, {@code crm} fails as long as
 * a test asks.
 */
final class ParkingLot implements AutoCloseable {

    static final String TYPE = "shop.order";

    // The handler's failure parks at once. An attempt that a busy server loses is made again.
    private static final RetryPolicy PARKS_AT_ONCE = new RetryPolicy(
            Duration.ofSeconds(1),
            1,
            Duration.ofSeconds(1),
            3,
            Duration.ofMinutes(1),
            null,
            List.of(IllegalStateException.class.getName()));
    private static final Plan PLAN = new Plan(
            List.of(new PlannedStep(Kind.HANDLER, "crm", "once"), new PlannedStep(Kind.HANDLER, "mail", "once")),
            false);

    private final Collection<Long> crm = new ConcurrentLinkedQueue<>();
    private final Collection<String> mail = new ConcurrentLinkedQueue<>();
    private final WorkflowClient client;
    private final StatusAttribute status;
    private final WorkerFactory factory;
    private volatile boolean down = true;
    private volatile Plan plan = PLAN;

    ParkingLot(WorkflowClient client) {
        this.client = client;
        this.status = new StatusAttribute(
                client.getWorkflowServiceStubs(), client.getOptions().getNamespace());
        this.factory = WorkerFactory.newInstance(
                client,
                WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(new DiscardInterceptor(), new PacedRetries())
                        .build());
        Worker worker = factory.newWorker(TaskQueues.DEFAULT, PatientWorkers.options());
        worker.registerWorkflowImplementationTypes(DefaultWorkflow.class);
        worker.registerActivitiesImplementations(
                (PolicyActivities) (name, destination) -> PARKS_AT_ONCE,
                (PlanActivities) (event, body, step, mayTry) -> plan,
                status,
                new HandlerActivity(List.of(new Crm(), new Mail()), new StoredBody(client)));
        factory.start();
    }

    /** Starts the workflow of an event as the receiver starts it. */
    WorkflowStub deliver(String id) {
        WorkflowStub workflow = client.newUntypedWorkflowStub(
                TYPE,
                WorkflowOptions.newBuilder()
                        .setWorkflowId(id)
                        .setTaskQueue(TaskQueues.DEFAULT)
                        .setStaticSummary("An order of the shop")
                        .setStaticDetails("Received from the shop")
                        .build());
        workflow.start(
                new WebhookEvent(id, "shop", TYPE, Instant.EPOCH, Map.of(), null),
                EventBody.of("{\"order\": 7}".getBytes(StandardCharsets.UTF_8)));
        return workflow;
    }

    /** Makes both handlers take every further event, or none. */
    void plans(boolean both) {
        plan = both ? PLAN : new Plan(List.of(), true);
    }

    /** The check that the worker makes every 30 seconds. */
    void registerStatus() {
        status.ensureUsable();
    }

    /** Makes {@code crm} work. */
    void repair() {
        down = false;
    }

    /** The times when {@code crm} was called, of {@link System#nanoTime}. */
    Collection<Long> crmCalls() {
        return crm;
    }

    /** The events of which a mail was sent. */
    Collection<String> mails() {
        return mail;
    }

    @Override
    public void close() {
        factory.shutdownNow();
    }

    private final class Crm implements EventHandler {

        @Override
        public String name() {
            return "crm";
        }

        @Override
        public List<String> eventTypes() {
            return List.of("*");
        }

        @Override
        public String handle(EventAttempt attempt) {
            crm.add(System.nanoTime());
            if (down) {
                throw new IllegalStateException("the crm is down");
            }
            return "told the crm";
        }
    }

    private final class Mail implements EventHandler {

        @Override
        public String name() {
            return "mail";
        }

        @Override
        public List<String> eventTypes() {
            return List.of("*");
        }

        @Override
        public String handle(EventAttempt attempt) {
            mail.add(attempt.event().id());
            return "mailed";
        }
    }
}
