package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.body.StoredBody;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.api.workflowservice.v1.DeleteWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.RetryOptions;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.ChildWorkflowStub;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A child workflow goes on for longer than Temporal keeps its parent. */
@RequiresTemporal
@Execution(ExecutionMode.CONCURRENT)
class GoneParentIT {

    private static final String QUEUE = "shop";

    private static TemporalServer server;
    private static WorkerFactory factory;

    @BeforeAll
    static void start() {
        server = TemporalServer.start(TemporalServerOptions.inMemory().withQuickDeletion());
        factory = WorkerFactory.newInstance(server.client());
        Worker worker = factory.newWorker(QUEUE);
        worker.registerWorkflowImplementationTypes(ParentWorkflow.class, ChildWorkflow.class);
        worker.registerActivitiesImplementations(
                (Reading) event -> new String(new StoredBody(server.client()).of(event), StandardCharsets.UTF_8));
        factory.start();
    }

    @AfterAll
    static void stop() {
        factory.shutdownNow();
        server.close();
    }

    @Test
    void childWithAnEventOfItsOwnHasItsBody() {
        assertThat(bodyReadBy("shop:part", "shop:whole", "shop:part")).isEqualTo("part");
    }

    @Test
    void childOfAnEventSaysThatTheBodyIsGone() {
        assertThat(bodyReadBy("shop:order/child", "shop:order", "shop:order"))
                .isEqualTo(
                        "NoStoredBody: Temporal has deleted the workflow shop:order with the body of the event shop:order: a"
                                + " child workflow can send the event only until its parent is past the retention");
    }

    private static String bodyReadBy(String child, String parent, String eventOfChild) {
        WorkflowClient client = server.client();
        WorkflowStub started = client.newUntypedWorkflowStub(
                Parent.TYPE,
                WorkflowOptions.newBuilder()
                        .setWorkflowId(parent)
                        .setTaskQueue(QUEUE)
                        .build());
        started.start(event(parent), body("whole"), child, eventOfChild);
        started.getResult(Object.class);
        delete(client, parent);
        WorkflowStub waiting = client.newUntypedWorkflowStub(child);
        waiting.signal("go");
        return waiting.getResult(String.class);
    }

    private static void delete(WorkflowClient client, String id) {
        client.getWorkflowServiceStubs()
                .blockingStub()
                .deleteWorkflowExecution(DeleteWorkflowExecutionRequest.newBuilder()
                        .setNamespace(client.getOptions().getNamespace())
                        .setWorkflowExecution(WorkflowExecution.newBuilder().setWorkflowId(id))
                        .build());
        Await.until("the parent is deleted", () -> isGone(client, id));
    }

    private static boolean isGone(WorkflowClient client, String id) {
        try {
            client.fetchHistory(id);
            return false;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode() == Status.Code.NOT_FOUND;
        }
    }

    private static WebhookEvent event(String id) {
        return new WebhookEvent(id, "shop", Parent.TYPE, Instant.EPOCH, Map.of(), null);
    }

    private static RawValue body(String text) {
        return EventBody.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the body of an event. */
    @ActivityInterface
    public interface Reading {

        @ActivityMethod(name = "read")
        String read(WebhookEvent event);
    }

    /** The event's own workflow, which does not wait for its child. */
    @WorkflowInterface
    public interface Parent {

        String TYPE = "shop.order";

        @WorkflowMethod(name = TYPE)
        void process(WebhookEvent event, RawValue body, String child, String eventOfChild);
    }

    public static final class ParentWorkflow implements Parent {

        @Override
        public void process(WebhookEvent event, RawValue body, String child, String eventOfChild) {
            ChildWorkflowStub stub = Workflow.newUntypedChildWorkflowStub(
                    Child.TYPE,
                    ChildWorkflowOptions.newBuilder()
                            .setWorkflowId(child)
                            .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
                            .build());
            stub.executeAsync(String.class, event(eventOfChild), body("part"));
            stub.getExecution().get();
        }
    }

    /** A child that waits. */
    @WorkflowInterface
    public interface Child {

        String TYPE = "shop.part";

        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event, RawValue body);

        @SignalMethod
        void go();
    }

    public static final class ChildWorkflow implements Child {

        private boolean goes;

        @Override
        public String process(WebhookEvent event, RawValue body) {
            Workflow.await(() -> goes);
            try {
                return Workflow.newActivityStub(
                                Reading.class,
                                ActivityOptions.newBuilder()
                                        .setStartToCloseTimeout(Duration.ofMinutes(1))
                                        .setRetryOptions(RetryOptions.newBuilder()
                                                .setMaximumAttempts(1)
                                                .build())
                                        .build())
                        .read(event);
            } catch (ActivityFailure failure) {
                ApplicationFailure cause = (ApplicationFailure) failure.getCause();
                return cause.getType() + ": " + cause.getOriginalMessage();
            }
        }

        @Override
        public void go() {
            goes = true;
        }
    }
}
