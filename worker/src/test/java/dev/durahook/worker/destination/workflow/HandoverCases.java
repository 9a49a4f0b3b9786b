package dev.durahook.worker.destination.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.durahook.testsupport.Await;
import dev.durahook.worker.destination.kind.DestinationException;
import dev.durahook.worker.destination.workflow.namespace.NamespaceClients;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.destination.DestinationFailure;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The cases of handing an event over to a workflow, for any server. */
abstract class HandoverCases {

    static final String QUEUE = "orders";

    private static final Duration SHORT = Duration.ofMillis(500);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final String order = "o" + NUMBERS.incrementAndGet();
    private final WebhookEvent event = WorkflowSender.event("shop:" + order);

    /** A client of the namespace in which a worker runs {@link OrderWorkflow} on {@link #QUEUE}. */
    abstract WorkflowClient client();

    /** The connection to the server. */
    abstract WorkflowServiceStubs connection();

    /** The client of the worker that hands events over. */
    WorkflowClient own() {
        return client();
    }

    @Test
    void updateIsHandledAndItsResultIsTheReceipt() throws Exception {
        start();
        WorkflowSender sender = sender("update", "paymentSucceeded");
        assertThat(sender.send(event, order)).isEqualTo(told("order is paid by card"));
        assertThat(taken()).containsExactly(event.id());
    }

    @Test
    void bodyAloneIsOneArgument() throws Exception {
        start();
        WorkflowSender sender = sender("update", "bodyAlone", "argument", "body");
        assertThat(sender.send(event, order)).isEqualTo(told("orders: bodyAlone done"));
        assertThat(taken()).containsExactly("card");
    }

    @Test
    void repeatedUpdateIsHandledOnce() throws Exception {
        start();
        WorkflowSender sender = sender("update", "paymentSucceeded");
        sender.send(event, order);
        assertThat(sender.send(event, order)).isEqualTo(told("order is paid by card"));
        assertThat(taken()).containsExactly(event.id());
    }

    @Test
    void repeatedUpdateIsHandledOnceAlthoughTheWorkflowHasContinuedAsNew() throws Exception {
        start();
        WorkflowSender sender = sender("update", "paymentSucceeded");
        sender.send(event, order);
        moveOn();
        moveOn();
        assertThat(sender.send(event, order)).isEqualTo(told("order is paid by card"));
        sender.send(WorkflowSender.event(event.id() + "b"), order);
        assertThat(taken()).containsExactly(event.id(), event.id() + "b");
    }

    @Test
    void updateThatWasHandledCountsAlthoughTheWorkflowHasEnded() throws Exception {
        start();
        WorkflowSender sender = sender("update", "paymentSucceeded");
        sender.send(event, order);
        close();
        assertThat(sender.send(event, order)).isEqualTo(told("order is paid by card"));
        DestinationException late = sender.fails(WorkflowSender.event(event.id() + "b"), order);
        assertThat(late.failure()).isEqualTo(DestinationFailure.WORKFLOW_ENDED);
        assertThat(late).hasMessageStartingWith("orders: " + name() + " has ended (completed)");
    }

    @Test
    void missingWorkflowIsWaitedFor() throws Exception {
        WorkflowSender sender = sender("update", "paymentSucceeded");
        DestinationException early = sender.fails(event, order);
        assertThat(early.failure()).isEqualTo(DestinationFailure.WORKFLOW_NOT_STARTED);
        assertThat(early).hasMessage("orders: " + name() + " has not started yet");
        start();
        assertThat(sender.send(event, order)).isEqualTo(told("order is paid by card"));
    }

    @Test
    void missingWorkflowIsNotWaitedForIfTheDestinationSaysSo() {
        WorkflowSender sender = sender("update", "paymentSucceeded", "missing", "park");
        assertThat(sender.fails(event, order).failure()).isEqualTo(DestinationFailure.WORKFLOW_MISSING);
    }

    @Test
    void missingWorkflowIsStartedAndUpdatedOnce() throws Exception {
        WorkflowSender sender = starter("update", "paymentSucceeded");
        assertThat(sender.send(event, order)).isEqualTo(told("order is paid by card"));
        assertThat(sender.send(event, order)).isEqualTo(told("order is paid by card"));
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
        assertThat(sender.send(event, order)).isEqualTo(told("unlocked"));
        assertThat(sender.send(event, order)).isEqualTo(told("unlocked"));
        assertThat(taken()).containsExactly(event.id());
    }

    @Test
    void slowHandlerIsNotCalledAgain() throws Exception {
        start();
        WorkflowSender sender = sender("update", "slow");
        DestinationException late = sender.fails(event, order, Duration.ofSeconds(2));
        assertThat(late.failure()).isEqualTo(DestinationFailure.UNANSWERED);
        workflow().signal("release");
        assertThat(sender.send(event, order)).isEqualTo(told("at last"));
        assertThat(taken()).containsExactly(event.id());
    }

    @Test
    void workflowWithoutAWorkerIsTriedAgain() {
        start("queue-without-a-worker");
        WorkflowSender sender = sender("update", "paymentSucceeded");
        DestinationException unanswered = sender.fails(event, order, SHORT);
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

    // PostgreSQL refuses U+0000 as if it were down, and two halves of a surrogate pair would address one workflow.
    @Test
    void valueThatNoWorkflowIdCanHaveIsParkedAtOnce() {
        for (WorkflowSender sender : List.of(sender("update", "paymentSucceeded"), starter("signal", "paid"))) {
            for (String value : List.of("7\\u0000", "\\ud800", "7\\udc00")) {
                assertUnnamed(
                        sender,
                        "{\"order\": \"" + value + "\"}",
                        "orders: the value at /order has a character that no workflow's ID can have");
            }
        }
    }

    // PostgreSQL holds 255 characters, and other stores more.
    @Test
    void longIdIsLeftToTheServer() throws Exception {
        assertThat(starter("signal", "paid").send(event, "x".repeat(300))).isNotNull();
    }

    private void assertUnnamed(WorkflowSender sender, String body, String message) {
        assertThat(catchThrowableOfType(
                        DestinationException.class,
                        () -> sender.send(event, body.getBytes(StandardCharsets.UTF_8), Await.PATIENCE)))
                .hasMessageStartingWith(message)
                .satisfies(e -> assertThat(e.failure()).isEqualTo(DestinationFailure.WORKFLOW_UNNAMED));
    }

    @Test
    void namespaceOfTheWorkerItselfMayBeNamed() throws Exception {
        assumeFalse(isElsewhere(), "the workflows are in another namespace");
        start();
        WorkflowSender sender = sender("update", "paymentSucceeded", "namespace", namespace());
        assertThat(sender.send(event, order)).isEqualTo("order is paid by card");
        assertThat(sender("update", "paymentSucceeded", "namespace", namespace(), "workflow-id", "{id}")
                        .fails(event, order))
                .hasMessageContaining("is the event's own workflow");
    }

    @Test
    void eventIsNotHandedToItself() {
        assumeFalse(isElsewhere(), "another namespace does not have the event");
        WorkflowSender sender = sender("update", "paymentSucceeded", "workflow-id", "{id}");
        assertThat(sender.fails(event, order)).hasMessageContaining("is the event's own workflow");
    }

    @Test
    void workflowOfTheSameIdInAnotherNamespaceIsNotTheEventsOwn() throws Exception {
        assumeTrue(isElsewhere(), "the worker's own namespace has the event");
        WorkflowSender sender = starter("update", "paymentSucceeded", "workflow-id", "{id}");
        assertThat(sender.send(event, order))
                .isEqualTo("order is paid by card (workflow " + event.id() + " in namespace " + namespace() + ")");
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
        assertThat(sender.send(event, order)).startsWith("order is paid by card");
    }

    @Test
    void signalIsTaken() throws Exception {
        start();
        WorkflowSender sender = sender("signal", "paid");
        assertThat(sender.send(event, order)).isEqualTo(told("orders: paid sent"));
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
        assertThat(sender.fails(event, order, SHORT).failure().isRetryable()).isTrue();
    }

    @Test
    void signalToAnEndedWorkflowIsParked() {
        start();
        close();
        WorkflowSender sender = sender("signal", "paid");
        assertThat(sender.fails(event, order).failure()).isEqualTo(DestinationFailure.WORKFLOW_ENDED);
    }

    final WorkflowSender sender(String... keysAndValues) {
        return WorkflowSender.of(
                new NamespaceClients(this::own, this::connection),
                isElsewhere() ? with(new String[] {"namespace", namespace()}, keysAndValues) : keysAndValues);
    }

    final WorkflowSender starter(String kind, String name, String... keysAndValues) {
        return sender(with(keysAndValues, kind, name, "missing", "start", "type", Order.TYPE, "task-queue", QUEUE));
    }

    private static String[] with(String[] keysAndValues, String... more) {
        return Stream.of(keysAndValues, more).flatMap(Stream::of).toArray(String[]::new);
    }

    final String namespace() {
        return client().getOptions().getNamespace();
    }

    private boolean isElsewhere() {
        return !namespace().equals(own().getOptions().getNamespace());
    }

    /** The order as failures name it. */
    final String name() {
        return "workflow order-" + order + (isElsewhere() ? " in namespace " + namespace() : "");
    }

    /** A receipt with this text. */
    final String told(String text) {
        return isElsewhere() ? text + " (" + name() + ")" : text;
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
        Await.until("the order has another run", () -> !before.equals(runId()));
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
        Await.until("the order has taken them", () -> taken().equals(List.of(events)));
    }
}
