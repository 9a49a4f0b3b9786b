package dev.durahook.worker.destination.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.durahook.testsupport.Await;
import dev.durahook.worker.destination.kind.DestinationException;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.destination.DestinationFailure;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The cases of handing an event over to a workflow, for any server. */
abstract class HandoverCases {

    static final String QUEUE = "orders";

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final String order = "o" + NUMBERS.incrementAndGet();
    private final WebhookEvent event = WorkflowSender.event("shop:" + order);

    /** A client of the server, on which a worker runs {@link OrderWorkflow} on {@link #QUEUE}. */
    abstract WorkflowClient client();

    @Test
    void updateIsHandledAndItsResultIsTheReceipt() throws Exception {
        start();
        WorkflowSender sender = sender("update", "paymentSucceeded");
        assertThat(sender.send(event, order)).isEqualTo("order is paid by card");
        assertThat(taken()).containsExactly(event.id());
    }

    @Test
    void bodyAloneIsOneArgument() throws Exception {
        start();
        WorkflowSender sender = sender("update", "bodyAlone", "argument", "body");
        assertThat(sender.send(event, order)).isEqualTo("orders: bodyAlone done");
        assertThat(taken()).containsExactly("card");
    }

    @Test
    void repeatedUpdateIsHandledOnce() throws Exception {
        start();
        WorkflowSender sender = sender("update", "paymentSucceeded");
        sender.send(event, order);
        assertThat(sender.send(event, order)).isEqualTo("order is paid by card");
        assertThat(taken()).containsExactly(event.id());
    }

    @Test
    void repeatedUpdateIsHandledOnceAlthoughTheWorkflowHasContinuedAsNew() throws Exception {
        start();
        WorkflowSender sender = sender("update", "paymentSucceeded");
        sender.send(event, order);
        moveOn();
        moveOn();
        assertThat(sender.send(event, order)).isEqualTo("order is paid by card");
        sender.send(WorkflowSender.event(event.id() + "b"), order);
        assertThat(taken()).containsExactly(event.id(), event.id() + "b");
    }

    @Test
    void updateThatWasHandledCountsAlthoughTheWorkflowHasEnded() throws Exception {
        start();
        WorkflowSender sender = sender("update", "paymentSucceeded");
        sender.send(event, order);
        close();
        assertThat(sender.send(event, order)).isEqualTo("order is paid by card");
        DestinationException late = sender.fails(WorkflowSender.event(event.id() + "b"), order);
        assertThat(late.failure()).isEqualTo(DestinationFailure.WORKFLOW_ENDED);
        assertThat(late).hasMessageStartingWith("orders: workflow order-" + order + " has ended (completed)");
    }

    @Test
    void missingWorkflowIsWaitedFor() throws Exception {
        WorkflowSender sender = sender("update", "paymentSucceeded");
        DestinationException early = sender.fails(event, order);
        assertThat(early.failure()).isEqualTo(DestinationFailure.WORKFLOW_NOT_STARTED);
        assertThat(early).hasMessage("orders: workflow order-" + order + " has not started yet");
        start();
        assertThat(sender.send(event, order)).isEqualTo("order is paid by card");
    }

    @Test
    void missingWorkflowIsNotWaitedForIfTheDestinationSaysSo() {
        WorkflowSender sender = sender("update", "paymentSucceeded", "missing", "park");
        assertThat(sender.fails(event, order).failure()).isEqualTo(DestinationFailure.WORKFLOW_MISSING);
    }

    @Test
    void missingWorkflowIsStartedAndUpdatedOnce() throws Exception {
        WorkflowSender sender = starter("update", "paymentSucceeded");
        assertThat(sender.send(event, order)).isEqualTo("order is paid by card");
        assertThat(sender.send(event, order)).isEqualTo("order is paid by card");
        assertThat(taken()).containsExactly(event.id());
    }

    @Test
    void endedWorkflowIsNotStartedAnew() throws Exception {
        start();
        close();
        WorkflowSender sender = starter("update", "paymentSucceeded");
        assertThat(sender.fails(event, order).failure()).isEqualTo(DestinationFailure.WORKFLOW_ENDED);
    }

    @Test
    void updateWithoutAHandlerIsRefused() {
        start();
        WorkflowSender sender = sender("update", "paymentFailed");
        DestinationException refused = sender.fails(event, order);
        assertThat(refused.failure()).isEqualTo(DestinationFailure.WORKFLOW_REFUSED);
        assertThat(refused)
                .hasMessageContaining("refused the update paymentFailed: ")
                .hasMessageEndingWith("Correct the workflow, then send retry.");
    }

    // A retry by hand must reach the handler again: Temporal would answer the same update with the recorded failure.
    @Test
    void handlerThatHasFailedIsCalledAgainByTheNextAttempt() throws Exception {
        start();
        WorkflowSender sender = sender("update", "failing");
        DestinationException first = sender.fails(event, order);
        assertThat(first.failure()).isEqualTo(DestinationFailure.WORKFLOW_REFUSED);
        assertThat(first).hasMessageContaining("refused the update failing: the order is locked");
        sender.fails(event, order);
        workflow().signal("release");
        assertThat(sender.send(event, order)).isEqualTo("unlocked");
        assertThat(sender.send(event, order)).isEqualTo("unlocked");
        assertThat(taken()).containsExactly(event.id());
    }

    @Test
    void slowHandlerIsNotCalledAgain() throws Exception {
        start();
        WorkflowSender sender = sender("update", "slow");
        DestinationException late = sender.fails(event, order, Duration.ofSeconds(2));
        assertThat(late.failure()).isEqualTo(DestinationFailure.UNANSWERED);
        workflow().signal("release");
        assertThat(sender.send(event, order)).isEqualTo("at last");
        assertThat(taken()).containsExactly(event.id());
    }

    @Test
    void workflowWithoutAWorkerIsTriedAgain() {
        start("queue-without-a-worker");
        WorkflowSender sender = sender("update", "paymentSucceeded");
        DestinationException unanswered = sender.fails(event, order, Duration.ofSeconds(2));
        assertThat(unanswered.failure().isRetryable()).isTrue();
    }

    @Test
    void eventWithoutTheValueNamesTheValue() {
        WorkflowSender sender = sender("update", "paymentSucceeded");
        assertUnnamed(sender, "{\"total\": 1}", "orders: the body has no text or integer at /order");
        assertUnnamed(sender, "order=17", "orders: the body is not JSON");
        WorkflowSender byHeader = sender("update", "paymentSucceeded", "workflow-id", "order-{header:X-Shop}");
        assertUnnamed(byHeader, "{}", "orders: the event has no header x-shop");
    }

    private void assertUnnamed(WorkflowSender sender, String body, String message) {
        assertThat(catchThrowableOfType(
                        DestinationException.class,
                        () -> sender.send(event, body.getBytes(StandardCharsets.UTF_8), SOON)))
                .hasMessageStartingWith(message)
                .satisfies(e -> assertThat(e.failure()).isEqualTo(DestinationFailure.WORKFLOW_UNNAMED));
    }

    @Test
    void eventIsNotHandedToItself() {
        WorkflowSender sender = sender("update", "paymentSucceeded", "workflow-id", "{id}");
        assertThat(sender.fails(event, order)).hasMessageContaining("is the event's own workflow");
    }

    @Test
    void headersAndFieldsNameTheWorkflowToo() throws Exception {
        WorkflowStub named = client().newUntypedWorkflowStub(
                        Order.TYPE,
                        WorkflowOptions.newBuilder()
                                .setTaskQueue(QUEUE)
                                .setWorkflowId("shop/shop.paid/17/" + event.id())
                                .build());
        named.start();
        WorkflowSender sender =
                sender("update", "paymentSucceeded", "workflow-id", "{source}/{type}/{header:X-Order}/shop:{/order}");
        assertThat(sender.send(event, order)).isEqualTo("order is paid by card");
    }

    @Test
    void signalIsTaken() throws Exception {
        start();
        WorkflowSender sender = sender("signal", "paid");
        assertThat(sender.send(event, order)).isEqualTo("orders: paid sent");
        awaitTaken(event.id());
    }

    @Test
    void signalWithoutAHandlerIsNotSent() {
        start();
        WorkflowSender sender = sender("signal", "payed");
        DestinationException refused = sender.fails(event, order);
        assertThat(refused.failure()).isEqualTo(DestinationFailure.WORKFLOW_REFUSED);
        assertThat(refused).hasMessageContaining("has no handler of the signal payed");
        assertThat(client().fetchHistory("order-" + order).getHistory().toString())
                .doesNotContain("payed");
    }

    @Test
    void signalToAWorkflowWithoutAWorkerIsTriedAgain() {
        start("queue-without-a-worker");
        WorkflowSender sender = sender("signal", "paid");
        assertThat(sender.fails(event, order, Duration.ofSeconds(2)).failure().isRetryable())
                .isTrue();
    }

    @Test
    void signalToAnEndedWorkflowIsParked() {
        start();
        close();
        WorkflowSender sender = sender("signal", "paid");
        assertThat(sender.fails(event, order).failure()).isEqualTo(DestinationFailure.WORKFLOW_ENDED);
    }

    final WorkflowSender sender(String... keysAndValues) {
        return WorkflowSender.of(client(), keysAndValues);
    }

    final WorkflowSender starter(String kind, String name) {
        return sender(kind, name, "missing", "start", "type", Order.TYPE, "task-queue", QUEUE);
    }

    final String order() {
        return order;
    }

    final WebhookEvent event() {
        return event;
    }

    final void start() {
        start(QUEUE);
    }

    private void start(String queue) {
        client().newUntypedWorkflowStub(
                        Order.TYPE,
                        WorkflowOptions.newBuilder()
                                .setTaskQueue(queue)
                                .setWorkflowId("order-" + order)
                                .build())
                .start();
    }

    final WorkflowStub workflow() {
        return client().newUntypedWorkflowStub("order-" + order);
    }

    final void moveOn() {
        String before = runId();
        workflow().signal("moveOn");
        Await.until("the order has another run", SOON, () -> !before.equals(runId()));
    }

    final void close() {
        workflow().signal("close");
        workflow().getResult(Void.class);
    }

    private String runId() {
        return workflow().describe().getExecution().getRunId();
    }

    @SuppressWarnings("unchecked")
    final List<String> taken() {
        return (List<String>) workflow().query("taken", List.class);
    }

    final void awaitTaken(String... events) {
        Await.until("the order has taken them", SOON, () -> taken().equals(List.of(events)));
    }
}
