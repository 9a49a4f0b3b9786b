package dev.durahook.worker.handling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.QueriedDetails;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.worker.PatientWorkers;
import dev.durahook.worker.slots.QueueSlots;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.handling.HandlerActivity;
import dev.durahook.workflows.parking.EventStatus;
import dev.durahook.workflows.processing.DefaultWorkflow;
import dev.durahook.workflows.processing.Step;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The task queue of a handler's attempts, also after the handler was removed from every worker. */
@RequiresTemporal
class HandlerRoutingIT {

    private static final String QUEUE = "durahook";
    private static final Mail MAIL = new Mail(2);

    private final TemporalServer server =
            TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
    private final WorkflowClient client = server.client();
    private volatile HandlerQueues known = new HandlerQueues(List.of(QUEUE), List.of(MAIL));
    private WorkerFactory factory = factory(new HandlerRouting(() -> known));

    @AfterEach
    void stop() {
        factory.shutdownNow();
        factory.awaitTermination(10, TimeUnit.SECONDS);
        server.close();
    }

    @Test
    void handlerRunsOnItsOwnQueueAndTheHistoryReplaysWithAndWithoutTheRouting() throws Exception {
        start(List.of(MAIL));
        new HandlerWorkers(known, any -> new byte[0], new QueueSlots()).register(factory);
        factory.start();
        WorkflowStub event = deliver("shop.sold");
        event.getResult(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS, Object.class);
        assertThat(scheduledOn(event)).containsExactly("durahook.handler.mail");

        replay(event, factory());
        replay(event, factory(new HandlerRouting(() -> new HandlerQueues(List.of("another"), List.of(MAIL)))));
    }

    @Test
    void anAuthorsOwnWorkflowCallsAHandlerOnItsQueueAndItsHistoryReplaysWithoutTheRouting() throws Exception {
        start(List.of(MAIL));
        new HandlerWorkers(known, any -> new byte[0], new QueueSlots()).register(factory);
        factory.start();
        WorkflowStub event = deliver("shop.returned");
        assertThat(event.getResult(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS, String.class))
                .isEqualTo("sent");
        assertThat(scheduledOn(event)).containsExactly("durahook.handler.mail");

        replay(event, factory());
    }

    @Test
    void aHandlerThatThisWorkerDoesNotKnowFailsAtOnceAndSaysSo() {
        known = new HandlerQueues(List.of(QUEUE), List.of());
        start(List.of(new Named("book")));
        factory.start();
        WorkflowStub event = deliver("shop.sold");
        assertThat(parked(event)).contains("This worker has no handler or activity named 'mail'", "Attempts: 2");
        assertThat(scheduledOn(event)).containsExactly(QUEUE);
    }

    @Test
    void removedHandlerIsScheduledAgainAndNamed() {
        waitForSecondsOnly();
        start(List.of(new Named("book")));
        factory.start();
        WorkflowStub event = deliver("shop.sold");
        Await.until(
                "the attempt waits in the handler's queue",
                () -> !scheduledOn(event).isEmpty());
        known = new HandlerQueues(List.of(QUEUE), List.of(new Named("book")));
        assertThat(parked(event)).contains("This worker has no handler or activity named 'mail'");
        assertThat(scheduledOn(event)).startsWith("durahook.handler.mail").endsWith(QUEUE);
    }

    @Test
    void handlerWhoseWorkersAreDownForLongIsNotParked() throws Exception {
        waitForSecondsOnly();
        start(List.of(MAIL));
        factory.start();
        WorkflowStub event = deliver("shop.sold");
        Await.until("the attempt was scheduled again", () -> scheduledOn(event).size() >= 2);
        WorkerFactory late = factory();
        new HandlerWorkers(known, any -> new byte[0], new QueueSlots()).register(late);
        late.start();
        event.getResult(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS, Object.class);
        assertThat(scheduledOn(event)).containsOnly("durahook.handler.mail");
        late.shutdownNow();
    }

    // In the other tests, an attempt that waits for longer on a busy machine must not be scheduled again.
    private void waitForSecondsOnly() {
        factory = factory(new HandlerRouting(() -> known), new Impatient());
    }

    private void start(List<EventHandler> handlers) {
        Worker worker = factory.newWorker(QUEUE, PatientWorkers.options());
        worker.registerWorkflowImplementationTypes(DefaultWorkflow.class, CallingWorkflow.class);
        worker.registerActivitiesImplementations(new MailPlan(), new HandlerActivity(handlers, any -> new byte[0]));
    }

    private WorkerFactory factory(WorkerInterceptor... interceptors) {
        return WorkerFactory.newInstance(
                client,
                WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(interceptors)
                        .build());
    }

    private void replay(WorkflowStub event, WorkerFactory other) throws Exception {
        Worker worker = other.newWorker("replay", PatientWorkers.options());
        worker.registerWorkflowImplementationTypes(DefaultWorkflow.class, CallingWorkflow.class);
        worker.replayWorkflowExecution(client.fetchHistory(event.getExecution().getWorkflowId()));
    }

    private WorkflowStub deliver(String type) {
        WorkflowStub workflow = client.newUntypedWorkflowStub(
                type,
                WorkflowOptions.newBuilder()
                        .setWorkflowId("shop:1")
                        .setTaskQueue(QUEUE)
                        .build());
        workflow.start(
                new WebhookEvent("shop:1", "shop", type, Instant.EPOCH, Map.of(), null), EventBody.of(new byte[0]));
        return workflow;
    }

    private List<String> scheduledOn(WorkflowStub event) {
        return client.fetchHistory(event.getExecution().getWorkflowId()).getEvents().stream()
                .filter(HistoryEvent::hasActivityTaskScheduledEventAttributes)
                .map(scheduled -> scheduled
                        .getActivityTaskScheduledEventAttributes()
                        .getTaskQueue()
                        .getName())
                .toList();
    }

    private static String parked(WorkflowStub event) {
        Await.until(
                "the event is parked",
                () -> EventStatus.PARKED.equals(
                        event.describe().getTypedSearchAttributes().get(EventStatus.KEY)));
        return QueriedDetails.of(event);
    }

    /** A workflow that an author wrote. */
    @WorkflowInterface
    public interface Calling {

        @WorkflowMethod(name = "shop.returned")
        String process(WebhookEvent event);
    }

    public static final class CallingWorkflow implements Calling {

        @Override
        public String process(WebhookEvent event) {
            return Step.named("Send the mail")
                    .call(options ->
                            Workflow.newUntypedActivityStub(options).execute("mail", String.class, event, null));
        }
    }
}
