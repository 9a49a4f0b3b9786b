package dev.durahook.workflows.shop;

import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.TaskPriority;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.body.StoredBody;
import dev.durahook.workflows.destination.DestinationQueues;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.handling.HandlerActivity;
import dev.durahook.workflows.parking.EventStatus;
import dev.durahook.workflows.policy.PacedRetries;
import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.processing.DefaultWorkflow;
import dev.durahook.workflows.processing.DiscardInterceptor;
import dev.durahook.workflows.reading.EventDataConverter;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.api.operatorservice.v1.RemoveSearchAttributesRequest;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A worker on the in-memory server, where time passes as fast as a test wants. {@link #close} replays all workflows
 * without activities, so that a workflow that is not deterministic fails the test.
 */
public final class Shop implements AutoCloseable {

    /** The name of the policy under which the workflows' steps and the handlers run. */
    public static final String POLICY = "payments";

    /** The name of the only destination, which is {@link #crm}. */
    public static final String CRM = "crm";

    /** Three attempts, with waits of one and two minutes. */
    public static final RetryPolicy THREE_ATTEMPTS =
            policy(3, Duration.ofMinutes(1), Duration.ofMinutes(30), List.of("CardClosed"));

    private static final String QUEUE = "shop";
    /** The time on the server's clock when the shop opens. */
    public static final Instant NOW = Instant.parse("2026-11-24T10:15:30Z");

    private final TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(options());
    public final Configuration configuration = new Configuration();
    public final ScriptedCrm crm = new ScriptedCrm();
    public final ScriptedLedger ledger =
            new ScriptedLedger(() -> Instant.ofEpochMilli(environment.currentTimeMillis()));

    private final List<Class<?>> workflows =
            new ArrayList<>(List.of(PaymentFailedWorkflow.class, DefaultWorkflow.class));
    private final Set<String> delivered = new HashSet<>();

    private Shop() {}

    /** Opens a shop whose policy is {@link #THREE_ATTEMPTS}. All activities succeed until a test makes them fail. */
    public static Shop open(Class<?>... moreWorkflows) {
        return open(List.of(), moreWorkflows);
    }

    /** Opens a shop with these handlers. */
    public static Shop open(List<? extends EventHandler> handlers, Class<?>... moreWorkflows) {
        Shop shop = new Shop();
        shop.configuration.declare(POLICY, THREE_ATTEMPTS);
        Worker worker = shop.environment.newWorker(QUEUE, patient());
        shop.workflows.addAll(List.of(moreWorkflows));
        worker.registerWorkflowImplementationTypes(shop.workflows.toArray(Class<?>[]::new));
        worker.registerActivitiesImplementations(
                shop.configuration, shop.ledger, new HandlerActivity(handlers, new StoredBody(shop.client())));
        shop.environment.newWorker(DestinationQueues.of(CRM)).registerActivitiesImplementations(shop.crm);
        shop.environment.start();
        return shop;
    }

    /** A policy whose waits double, and whose attempts may take ten minutes each. */
    public static RetryPolicy policy(int attempts, Duration initial, Duration maximum, List<String> nonRetryable) {
        return new RetryPolicy(initial, 2, maximum, attempts, Duration.ofMinutes(10), null, nonRetryable);
    }

    private static TestEnvironmentOptions options() {
        return options(DefaultDataConverter.newDefaultInstance());
    }

    /**
     * On a busy machine, a workflow's thread may get no CPU for a second, which Temporal would report as a deadlock.
     */
    public static WorkerOptions patient() {
        return WorkerOptions.newBuilder()
                .setDefaultDeadlockDetectionTimeout(Duration.ofMinutes(1).toMillis())
                .build();
    }

    static TestEnvironmentOptions options(DataConverter converter) {
        return TestEnvironmentOptions.newBuilder()
                .registerSearchAttribute(EventStatus.KEY.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
                .setInitialTime(NOW)
                // The in-memory server loses a query to a run that ends. The SDK repeats the query after this time.
                .setWorkflowServiceStubsOptions(WorkflowServiceStubsOptions.newBuilder()
                        .setRpcQueryTimeout(Duration.ofSeconds(1))
                        .build())
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(new EventDataConverter(converter))
                        .build())
                .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(new DiscardInterceptor(), new PacedRetries())
                        .build())
                .build();
    }

    /** Delivers a failed payment. */
    public WorkflowStub deliver() {
        return deliver(PaymentFailed.TYPE);
    }

    /** Delivers an event of some type. */
    public WorkflowStub deliver(String type) {
        return deliver(type, "{}".getBytes(StandardCharsets.UTF_8));
    }

    /** Delivers an event of some type with a body. */
    public WorkflowStub deliver(String type, byte[] body) {
        return start(type, EventBody.of(body));
    }

    /** Delivers an event of some type whose source has a priority. */
    public WorkflowStub deliver(String type, TaskPriority priority) {
        WorkflowStub workflow = client().newUntypedWorkflowStub(
                        type,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId("stripe:evt_1")
                                .setTaskQueue(QUEUE)
                                .setPriority(priority.temporal().orElseThrow())
                                .build());
        workflow.start(event(type), EventBody.of("{}".getBytes(StandardCharsets.UTF_8)));
        delivered.add("stripe:evt_1");
        return workflow;
    }

    /**
     * Delivers an event whose workflow tasks may take two seconds. A local activity waits in real time for its next
     * attempt if it comes within three such times, and otherwise with a timer.
     */
    public WorkflowStub deliverWithShortTasks(String type) {
        WorkflowStub workflow = client().newUntypedWorkflowStub(
                        type,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId("stripe:evt_1")
                                .setTaskQueue(QUEUE)
                                .setWorkflowTaskTimeout(Duration.ofSeconds(2))
                                .build());
        workflow.start(event(type), EventBody.of("{}".getBytes(StandardCharsets.UTF_8)));
        delivered.add("stripe:evt_1");
        return workflow;
    }

    /** Continues the workflow of an event with the progress that an earlier run has made. */
    public WorkflowStub goOn(String type, Object progress) {
        return start(type, EventBody.of("{}".getBytes(StandardCharsets.UTF_8)), progress);
    }

    /** Delivers an event and sends its workflow a signal before the workflow begins. */
    public WorkflowStub signalWithStart(String type, String signal) {
        WorkflowStub workflow = workflow(type);
        workflow.signalWithStart(signal, new Object[0], new Object[] {
            event(type), EventBody.of("{}".getBytes(StandardCharsets.UTF_8))
        });
        delivered.add("stripe:evt_1");
        return workflow;
    }

    /** Starts a workflow with any input, as an operator may do. */
    public WorkflowStub startByHand(String type, @Nullable Object... input) {
        WorkflowStub workflow = workflow(type);
        workflow.start(input);
        delivered.add("stripe:evt_1");
        return workflow;
    }

    private WorkflowStub start(String type, Object... bodyAndMore) {
        WorkflowStub workflow = workflow(type);
        List<Object> arguments = new ArrayList<>(List.of(bodyAndMore));
        arguments.add(0, event(type));
        workflow.start(arguments.toArray());
        delivered.add("stripe:evt_1");
        return workflow;
    }

    private static WebhookEvent event(String type) {
        return new WebhookEvent("stripe:evt_1", "stripe", type, NOW, Map.of(), null);
    }

    private WorkflowStub workflow(String type) {
        return client().newUntypedWorkflowStub(
                        type,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId("stripe:evt_1")
                                .setTaskQueue(QUEUE)
                                .build());
    }

    /** Delivers a failed payment and lets a day pass, after which a step that keeps failing is parked. */
    public WorkflowStub deliverAndLetADayPass() {
        WorkflowStub workflow = deliver();
        letPass(Duration.ofDays(1));
        return workflow;
    }

    /** Sends a signal and lets a day pass. */
    public void signal(WorkflowStub workflow, String signal, Object... arguments) {
        workflow.signal(signal, arguments);
        letPass(Duration.ofDays(1));
    }

    /** Lets time pass. */
    public void letPass(Duration duration) {
        environment.sleep(duration);
    }

    /** The current details, which an operator reads. */
    public String details(WorkflowStub workflow) {
        return workflow.query("__temporal_workflow_metadata", WorkflowMetadata.class)
                .getCurrentDetails();
    }

    /** The status by which an operator finds the event. */
    public Optional<String> status(WorkflowStub workflow) {
        WorkflowExecutionDescription description = workflow.describe();
        return Optional.ofNullable(description.getTypedSearchAttributes().get(EventStatus.KEY));
    }

    /** Removes the search attribute from the server. */
    public void removeStatus() {
        OperatorServiceGrpc.newBlockingStub(client().getWorkflowServiceStubs().getRawChannel())
                .removeSearchAttributes(RemoveSearchAttributesRequest.newBuilder()
                        .setNamespace(client().getOptions().getNamespace())
                        .addSearchAttributes(EventStatus.KEY.getName())
                        .build());
    }

    /** The client, for calls that this class does not offer. */
    public WorkflowClient client() {
        return environment.getWorkflowClient();
    }

    @Override
    public void close() {
        try {
            delivered.forEach(this::replay);
        } finally {
            environment.close();
        }
    }

    private void replay(String workflowId) {
        WorkflowExecutionHistory history = client().fetchHistory(workflowId);
        try (TestWorkflowEnvironment memory = TestWorkflowEnvironment.newInstance(options())) {
            Worker worker = memory.newWorker(QUEUE, patient());
            worker.registerWorkflowImplementationTypes(workflows.toArray(Class<?>[]::new));
            WorkflowReplayer.replayWorkflowExecution(history, worker);
        } catch (Exception e) {
            throw new AssertionError("What has happened does not replay", e);
        }
    }
}
