package dev.durahook.testing.processing;

import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.body.BodySource;
import dev.durahook.workflows.body.StoredBody;
import dev.durahook.workflows.delivery.DestinationQueues;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.handling.HandlerActivity;
import dev.durahook.workflows.processing.DefaultWorkflow;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A worker in memory, for the test of a handler or of a workflow. It retries, parks and delivers as the worker does; the
 * time between is skipped.
 *
 * <pre>{@code
 * try (TestWorker worker = TestWorker.of(new WelcomeMail(mailer)).under("mail", TestPolicy.attempts(3))) {
 *     worker.process("shop.customer_created", "{\"id\": 7}")
 *             .assertAttempts(3)
 *             .assertDelays(Duration.ofSeconds(10), Duration.ofSeconds(20))
 *             .assertParked("MailServerDown");
 * }
 * }</pre>
 *
 * <p>The time that an activity itself takes is not skipped, and time stands still while an event is parked.
 */
public final class TestWorker implements AutoCloseable {

    private final AtomicInteger events = new AtomicInteger();
    private final Map<String, FakeDestination> destinations = new HashMap<>();
    private final Attempts attempts = new Attempts();
    private final TestWorkflowEnvironment environment;
    private final Clock clock;
    private final Declared declared;
    private final BodySource bodies;
    private boolean started;

    private TestWorker(List<EventHandler> handlers, Class<?>[] workflows, Object[] activities) {
        environment = TestWorkflowEnvironment.newInstance(Environment.options(this::clock, attempts));
        clock = new Clock(environment);
        declared = new Declared(handlers);
        bodies = new StoredBody(client());
        Worker worker = environment.newWorker(TaskQueues.DEFAULT);
        worker.registerWorkflowImplementationTypes(workflows);
        worker.registerWorkflowImplementationTypes(DefaultWorkflow.class);
        worker.registerActivitiesImplementations(declared, new HandlerActivity(handlers, bodies));
        worker.registerActivitiesImplementations(activities);
    }

    /** A worker with these handlers. */
    public static TestWorker of(EventHandler... handlers) {
        return new TestWorker(List.of(handlers), new Class<?>[0], new Object[0]);
    }

    /** A worker with this workflow and its activities. */
    public static TestWorker of(Class<?> workflow, Object... activities) {
        return new TestWorker(List.of(), new Class<?>[] {workflow}, activities);
    }

    /** Declares a policy, or declares it anew: it applies to what is scheduled next. */
    public TestWorker under(String policy, TestPolicy declaration) {
        declared.declare(policy, declaration);
        return this;
    }

    /** A destination that a workflow may deliver to. Ask for it before the first event. */
    public FakeDestination destination(String name) {
        return destinations.computeIfAbsent(name, this::register);
    }

    /** Processes an event with a body in UTF-8 until it is completed or parked. */
    public ProcessedEvent process(String type, String body) {
        return process(TestEvent.of(type, body));
    }

    /** Processes an event until it is completed or parked. */
    public ProcessedEvent process(TestEvent event) {
        return start(event).await();
    }

    /** Starts an event and returns at once, for a workflow that waits for a signal. */
    public ProcessedEvent start(TestEvent event) {
        startWorkers();
        String id = event.idOr(String.valueOf(events.incrementAndGet()));
        WorkflowStub workflow = client().newUntypedWorkflowStub(
                        event.type(),
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(id)
                                .setTaskQueue(TaskQueues.DEFAULT)
                                .build());
        workflow.start(
                new WebhookEvent(
                        id, event.source(), event.type(), Instant.now(), event.headers(), null, null, event.envelope()),
                EventBody.of(event.body()));
        return new ProcessedEvent(new Run(workflow, client(), clock), attempts);
    }

    /** Temporal's client, for what has no word here. */
    public WorkflowClient client() {
        return environment.getWorkflowClient();
    }

    private Clock clock() {
        return clock;
    }

    private FakeDestination register(String name) {
        if (started) {
            throw new IllegalStateException("Ask for the destination '" + name + "' before the first event");
        }
        FakeDestination destination = new FakeDestination(name);
        environment
                .newWorker(DestinationQueues.of(name))
                .registerActivitiesImplementations(destination.activities(bodies));
        return destination;
    }

    private void startWorkers() {
        if (!started) {
            environment.start();
            started = true;
        }
    }

    @Override
    public void close() {
        environment.close();
    }
}
