package dev.durahook.testing.processing;

import dev.durahook.testing.time.RecordedAttempts;
import dev.durahook.testing.time.SkippingClock;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.EventId;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.body.BodySource;
import dev.durahook.workflows.body.StoredBody;
import dev.durahook.workflows.destination.DestinationQueues;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.handling.HandlerActivity;
import dev.durahook.workflows.processing.DefaultWorkflow;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.SearchAttributeKey;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkflowImplementationOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A worker in memory, for the test of a handler or of a workflow. It retries, parks and sends events as the worker
 * does, but skips the time between attempts.
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

    // This is real time. Skipped time takes none of it, and the first event of a test run takes a second or two, but a
    // machine that also builds other things is slower.
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final AtomicInteger events = new AtomicInteger();
    private final Map<String, FakeDestination> destinations = new HashMap<>();
    private final RecordedAttempts attempts = new RecordedAttempts();
    private final TestDeclarations declared = new TestDeclarations();
    private final RegisteredCode registered = new RegisteredCode();
    private final TestWorkflowEnvironment environment;
    private final SkippingClock clock;
    private final BodySource bodies;
    private Duration patience = PATIENCE;
    private boolean started;

    private TestWorker() {
        environment = TestWorkflowEnvironment.newInstance(EnvironmentOptions.options(this::clock, attempts));
        clock = new SkippingClock(environment);
        bodies = new StoredBody(client());
    }

    /** A worker with these handlers. */
    public static TestWorker of(EventHandler... handlers) {
        return new TestWorker().with(handlers);
    }

    /** A worker with this workflow and its activities. */
    public static TestWorker of(Class<?> workflow, Object... activities) {
        return new TestWorker().with(workflow, activities);
    }

    /** Adds handlers, before the first event. */
    public TestWorker with(EventHandler... handlers) {
        requireNotStarted("Add handlers");
        registered.handlers().addAll(List.of(handlers));
        return this;
    }

    /** Adds a workflow, such as a child workflow, and its activities, before the first event. */
    public TestWorker with(Class<?> workflow, Object... activities) {
        return with(WorkflowImplementationOptions.getDefaultInstance(), workflow, activities);
    }

    /**
     * Adds a workflow with the options under which the application runs it, such as the exceptions that end it as
     * <em>Failed</em>, and its activities, before the first event.
     */
    public TestWorker with(WorkflowImplementationOptions options, Class<?> workflow, Object... activities) {
        requireNotStarted("Add workflows");
        registered.workflows().put(workflow, options);
        registered.activities().addAll(List.of(activities));
        return this;
    }

    /**
     * Registers a search attribute that a workflow sets, as an operator registers it on the server. Call this method before
     * the first event. If a workflow sets an attribute that is not registered, Temporal refuses the workflow's task again and
     * again.
     */
    public TestWorker withSearchAttribute(SearchAttributeKey<?> key) {
        requireNotStarted("Register search attributes");
        environment.registerSearchAttribute(key.getName(), key.getValueType());
        return this;
    }

    /**
     * Uses the routes, destinations and policies of the application's configuration. Call this method before the first
     * event.
     */
    public TestWorker configuredBy(TestConfiguration configuration) {
        requireNotStarted("Name the configuration");
        declared.readFrom(configuration);
        return this;
    }

    /**
     * Sets how long a call of this worker waits for an event, in real time, before it fails and says what the event
     * waits for. The default is 45 s.
     */
    public TestWorker patience(Duration longest) {
        patience = longest;
        return this;
    }

    /**
     * Declares a policy, or replaces its declaration. The policy applies to activities that are scheduled after this
     * call.
     */
    public TestWorker under(String policy, TestPolicy declaration) {
        declared.declare(policy, declaration);
        return this;
    }

    /**
     * A destination to which a workflow may send events. Call this method before the first event. If the
     * application's configuration is used, all of its destinations exist.
     */
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
        EventId id = event.idOr(String.valueOf(events.incrementAndGet()));
        WorkflowStub workflow = client().newUntypedWorkflowStub(
                        event.type(),
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(id.value())
                                .setTaskQueue(TaskQueues.DEFAULT)
                                .build());
        workflow.start(
                new WebhookEvent(
                        id.value(),
                        event.source(),
                        event.type(),
                        clock.now(),
                        event.headers(),
                        id.original(),
                        null,
                        event.envelope()),
                EventBody.of(event.body()));
        return new ProcessedEvent(new LatestRun(id.value(), this), attempts);
    }

    /** Temporal's client, for everything that this class has no method for. */
    public WorkflowClient client() {
        return environment.getWorkflowClient();
    }

    SkippingClock clock() {
        return clock;
    }

    Duration longestWait() {
        return patience;
    }

    /**
     * Whether a workflow or a handler is registered for this type. The default workflow runs every type, even if none
     * is registered.
     */
    boolean takes(String workflowType) {
        return registered.workflowTypes().contains(workflowType) || declared.mayTake(workflowType);
    }

    /** Returns a sentence that says what the author has to do if no worker of this test serves a destination. */
    String remedyForDestination(String name) {
        return declared.remedyForDestination(name);
    }

    private FakeDestination register(String name) {
        requireNotStarted("Ask for the destination '" + name + "'");
        FakeDestination destination = new FakeDestination(name);
        environment
                .newWorker(DestinationQueues.of(name))
                .registerActivitiesImplementations(destination.activities(bodies, declared));
        return destination;
    }

    private void registerForeign(String name) {
        environment
                .newWorker(ForeignAttempts.queueOf(name))
                .registerActivitiesImplementations(destination(name).foreignActivity());
    }

    private void requireNotStarted(String what) {
        if (started) {
            throw new IllegalStateException(what + " before the first event");
        }
    }

    private void startWorkers() {
        if (!started) {
            declared.begin(registered, Set.copyOf(destinations.keySet())).forEach(this::destination);
            declared.foreign().forEach(this::registerForeign);
            register(environment.newWorker(TaskQueues.DEFAULT));
            environment.start();
            started = true;
        }
    }

    private void register(Worker worker) {
        registered
                .workflows()
                .forEach((workflow, options) -> worker.registerWorkflowImplementationTypes(options, workflow));
        worker.registerWorkflowImplementationTypes(DefaultWorkflow.class);
        worker.registerActivitiesImplementations(declared);
        worker.registerActivitiesImplementations(registered.activities().toArray());
        if (!registered.leavesHandlersOut()) {
            worker.registerActivitiesImplementations(new HandlerActivity(registered.handlers(), bodies));
        }
    }

    @Override
    public void close() {
        environment.close();
    }
}
