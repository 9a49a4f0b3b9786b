package dev.durahook.workflows.shop;

import dev.durahook.testsupport.Await;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.body.StoredBody;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.handling.HandlerActivity;
import dev.durahook.workflows.policy.PacedRetries;
import dev.durahook.workflows.processing.DiscardInterceptor;
import dev.durahook.workflows.remote.RemoteMark;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Deploys versions of an author's workflow, one after the other, on the in-memory server. */
public final class Deploys implements AutoCloseable {

    /** The task queue of the worker. */
    public static final String QUEUE = "deploys";

    private final TestWorkflowEnvironment environment;
    public final Configuration configuration = new Configuration();
    private final DataConverter converter;
    private final List<EventHandler> handlers;
    private @Nullable WorkerFactory running;

    /** Uses Temporal's own converter. */
    public Deploys() {
        this(DefaultDataConverter.newDefaultInstance());
    }

    /** Uses a converter of the application, and deploys these handlers with each version. */
    public Deploys(DataConverter converter, EventHandler... handlers) {
        this.converter = converter;
        this.handlers = List.of(handlers);
        environment = TestWorkflowEnvironment.newInstance(Shop.options(converter));
    }

    /** Replaces the worker by a worker with these workflows and activities. */
    public void deploy(Class<?>... workflows) {
        stop();
        running = WorkerFactory.newInstance(
                environment.getWorkflowClient(),
                WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(
                                new DiscardInterceptor(() -> converter), new PacedRetries(() -> converter))
                        .build());
        // Without a sticky queue, each task replays its history. With one, the in-memory server would go on keeping
        // tasks for a worker that is gone.
        Worker worker = running.newWorker(
                QUEUE,
                WorkerOptions.newBuilder(Shop.patient())
                        .setStickyQueueScheduleToStartTimeout(Duration.ZERO)
                        .build());
        worker.registerWorkflowImplementationTypes(workflows);
        worker.registerActivitiesImplementations(
                configuration, new HandlerActivity(handlers, new StoredBody(environment.getWorkflowClient())));
        running.start();
    }

    /** Starts the workflow of an event. */
    public WorkflowStub deliver(String type, String body) {
        return start("shop:1", new WebhookEvent("shop:1", "shop", type, Shop.NOW, Map.of(), null), body);
    }

    /** Starts the workflow of an event whose type {@code durahook.workflows} names. */
    public WorkflowStub deliverMarked(String type, String body, String name) {
        return start(
                "shop:1",
                new WebhookEvent("shop:1", "shop", type, Shop.NOW, Map.of(), null),
                body,
                RemoteMark.memo(name));
    }

    /** Starts a workflow with the arguments of an event, but with another workflow ID. */
    public WorkflowStub startAnother(String type, String body) {
        return start("another", new WebhookEvent("shop:1", "shop", type, Shop.NOW, Map.of(), null), body);
    }

    private WorkflowStub start(String id, WebhookEvent event, String body) {
        return start(id, event, body, Map.of());
    }

    private WorkflowStub start(String id, WebhookEvent event, String body, Map<String, Object> memo) {
        environment
                .getWorkflowClient()
                .newUntypedWorkflowStub(
                        event.type(),
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(id)
                                .setTaskQueue(QUEUE)
                                .setMemo(memo)
                                // The SDK reports only the first failure of a task. Each further failure
                                // takes this time.
                                .setWorkflowTaskTimeout(Duration.ofSeconds(2))
                                .build())
                .start(event, EventBody.of(body.getBytes(StandardCharsets.UTF_8)));
        return latest(id);
    }

    /** The latest run of a workflow. */
    public WorkflowStub latest(String id) {
        return environment.getWorkflowClient().newUntypedWorkflowStub(id);
    }

    /** The client, for calls that this class does not offer. */
    public WorkflowClient client() {
        return environment.getWorkflowClient();
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

    /** Waits until the event is parked, and returns its current details. */
    public String parked(WorkflowStub workflow) {
        return Await.value(
                "the event is parked",
                () -> Optional.of(details(workflow)).filter(details -> details.contains("**Parked")));
    }

    /** Waits until the workflow has ended, and returns its status. */
    public WorkflowExecutionStatus ended(WorkflowStub workflow) {
        return Await.value(
                "the workflow has ended",
                () -> Optional.of(workflow.describe().getStatus())
                        .filter(status -> status != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING));
    }

    /**
     * Waits until a workflow task has failed or timed out. On a busy machine a task may time out before it can fail, and
     * the SDK reports no failure of a later attempt.
     */
    public void awaitFailedTask(String id) {
        Await.until(
                "a workflow task has failed",
                () -> taskHas(EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED, id)
                        || taskHas(EventType.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT, id));
    }

    /**
     * Waits until a workflow task has failed, and returns its failure. If the task timed out before it could fail, the
     * workflow is started again.
     */
    public String failedTask(String id, Runnable startAgain) {
        awaitFailedTask(id);
        while (!taskHas(EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED, id)) {
            latest(id).terminate("a workflow task timed out");
            startAgain.run();
            awaitFailedTask(id);
        }
        return events(id, EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED).toString();
    }

    private boolean taskHas(EventType ended, String id) {
        return !events(id, ended).isEmpty();
    }

    /** The events of one type in the history of a workflow's latest run. */
    public List<HistoryEvent> events(String id, EventType type) {
        return environment.getWorkflowClient().fetchHistory(id).getEvents().stream()
                .filter(event -> event.getEventType() == type)
                .toList();
    }

    /** The events of all runs of a workflow, in their order. */
    public List<HistoryEvent> everyRun(String id) {
        Deque<HistoryEvent> events = new ArrayDeque<>();
        String run = latest(id).describe().getExecution().getRunId();
        while (!run.isEmpty()) {
            List<HistoryEvent> ofRun =
                    environment.getWorkflowClient().fetchHistory(id, run).getEvents();
            for (int i = ofRun.size() - 1; i >= 0; i--) {
                events.addFirst(ofRun.get(i));
            }
            run = ofRun.get(0).getWorkflowExecutionStartedEventAttributes().getContinuedExecutionRunId();
        }
        return List.copyOf(events);
    }

    /** Stops the worker. */
    public void stop() {
        if (running != null) {
            running.shutdownNow();
            running.awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        stop();
        environment.close();
    }
}
