package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.SkipNotice;
import dev.durahook.testsupport.process.ChildProcess;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.remote.RemoteMark;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases of an example worker in another language. Skipped, with the reason, where its toolchain is missing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ExampleWorkerCases {

    private final String language;
    private TemporalServer server;
    private RunningWorker worker;
    private ChildProcess example;

    /** The example whose task queue, folder and profile have this name. */
    ExampleWorkerCases(String language) {
        this.language = language;
    }

    /**
     * Makes the example ready to run.
     *
     * @return why the example can't be run on this machine; empty if it can
     */
    abstract Optional<String> prepare() throws InterruptedException;

    /** The command that runs the example. */
    abstract List<String> command();

    @BeforeAll
    void start() throws InterruptedException {
        Optional<String> missing = prepare();
        missing.ifPresent(reason -> SkipNotice.print(getClass().getName(), reason));
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        server = TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
        worker = RunningWorker.start(
                server,
                List.of(),
                "spring.config.additional-location=file:../examples/src/main/resources/application-" + language
                        + ".yml");
        example = ChildProcess.start(command(), Map.of("TEMPORAL_ADDRESS", server.target()));
        Await.until(
                "the example works: " + example.output(), () -> example.output().contains("Working on"));
    }

    @AfterAll
    void stop() {
        if (server != null) {
            if (example != null) {
                example.kill();
            }
            worker.close();
            server.close();
        }
    }

    @Test
    void activityTakesAnEvent() {
        assertThat(deliver("webhook.order_placed", "{\"data\": {\"order\": \"17\"}}")
                        .result())
                .isEqualTo("order 17 has the score 20");
    }

    @Test
    void bodyThatIsNotJsonIsBytesAndItsFailureParksAtOnce() {
        assertThat(deliver("webhook.order_placed", "order=17").parked())
                .contains("`the body has no order` (`NoOrder`)");
    }

    @Test
    void jsonWithoutTheOrderParksAtOnce() {
        assertThat(deliver("webhook.order_placed", "{\"data\": {}}").parked())
                .contains("`the body has no order` (`NoOrder`)");
    }

    @Test
    void workflowIsStartedAndUpdated() {
        Event event = deliver("webhook.payment_made", "{\"data\": {\"order\": \"17\", \"cents\": 1250}}");
        assertThat(event.result()).isEqualTo("paid with 1250 cents");
        assertThat(server.client()
                        .newUntypedWorkflowStub(language + "-order-17")
                        .getResult(String.class))
                .isEqualTo("paid by event " + event.id());
    }

    @Test
    void paymentWithoutItsCentsParksAndItsOrderGoesOn() {
        assertThat(deliver("webhook.payment_made", "{\"data\": {\"order\": \"18\"}}")
                        .parked())
                .contains("the payment has no cents", "WorkflowRefused");
        assertThat(deliver("webhook.payment_made", "{\"data\": {\"order\": \"18\", \"cents\": 5}}")
                        .result())
                .isEqualTo("paid with 5 cents");
    }

    @Test
    void workflowWithoutTheValueParks() {
        assertThat(deliver("webhook.payment_made", "{\"data\": {}}").parked())
                .contains("the body has no text or integer at /data/order", "WorkflowUnnamed");
    }

    @Test
    void workflowOfTheEventsTypeTakesAnEvent() {
        assertThat(startLikeTheReceiver("cancelled-1", "{\"data\": {\"order\": \"17\"}}")
                        .getResult(String.class))
                .isEqualTo("order 17 is refunded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"order=17", "{}", "{\"data\": null}", "{\"data\": {\"order\": 17}}"})
    void workflowOfTheEventsTypeFailsWithoutParking(String body) {
        WorkflowStub workflow = startLikeTheReceiver("cancelled " + body, body);
        WorkflowFailedException failure = catchThrowableOfType(
                WorkflowFailedException.class,
                () -> workflow.getResult(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS, String.class));
        assertThat(failure).hasRootCauseMessage("message='the body has no order', type='NoOrder', nonRetryable=false");
    }

    private Event deliver(String type, String body) {
        return RunningWorker.deliver(server.client(), type, body.getBytes(StandardCharsets.UTF_8));
    }

    private WorkflowStub startLikeTheReceiver(String id, String body) {
        String type = "webhook.order_cancelled";
        WorkflowStub workflow = server.client()
                .newUntypedWorkflowStub(
                        type,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId("webhook:" + id)
                                .setTaskQueue(language)
                                .setMemo(RemoteMark.memo("cancelled"))
                                .build());
        workflow.start(
                new WebhookEvent("webhook:" + id, "webhook", type, Instant.now(), Map.of(), null),
                EventBody.of(body.getBytes(StandardCharsets.UTF_8)));
        return workflow;
    }
}
