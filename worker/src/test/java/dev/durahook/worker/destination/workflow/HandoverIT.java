package dev.durahook.worker.destination.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalCli;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.worker.PatientWorkers;
import dev.durahook.worker.destination.kind.DestinationException;
import dev.durahook.workflows.destination.DestinationFailure;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.DeleteWorkflowExecutionRequest;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowTargetOptions;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.worker.WorkerFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases on the server of each Temporal CLI, with those that the in-memory server does not know. */
@RequiresTemporal
@ParameterizedClass
@MethodSource("servers")
class HandoverIT extends HandoverCases {

    private static TemporalServer server;
    private static WorkerFactory workers;

    @Parameter
    private Path cli;

    static Stream<Path> servers() {
        return TemporalCli.all();
    }

    @BeforeParameterizedClassInvocation
    static void begin(Path cli) {
        server = TemporalServer.start(
                TemporalServerOptions.inMemory().withCli(cli).withQuickDeletion());
        workers = WorkerFactory.newInstance(server.client());
        workers.newWorker(QUEUE, PatientWorkers.options()).registerWorkflowImplementationTypes(OrderWorkflow.class);
        workers.start();
    }

    @AfterParameterizedClassInvocation
    static void end() {
        workers.shutdownNow();
        server.close();
    }

    @Override
    WorkflowClient client() {
        return server.client();
    }

    @Override
    WorkflowServiceStubs connection() {
        return server.stubs();
    }

    @Test
    void repeatedSignalIsTakenOnce() throws Exception {
        start();
        WorkflowSender sender = sender("signal", "paid");
        sender.send(event(), order());
        sender.send(event(), order());
        sender.send(WorkflowSender.event("shop:other-" + order()), order());
        awaitTaken(event().id(), "shop:other-" + order());
    }

    @Test
    void repeatedSignalIsTakenOnceAlthoughTheWorkflowHasContinuedAsNewAndEnded() throws Exception {
        start();
        WorkflowSender sender = sender("signal", "paid");
        sender.send(event(), order());
        awaitTaken(event().id());
        moveOn();
        moveOn();
        sender.send(event(), order());
        awaitTaken(event().id());
        close();
        assertThat(sender.send(event(), order())).isEqualTo("orders: paid sent");
        awaitTaken(event().id());
    }

    @Test
    void missingWorkflowIsStartedAndSignalledOnce() throws Exception {
        WorkflowSender sender = starter("signal", "paid");
        assertThat(sender.send(event(), order())).isEqualTo("orders: paid sent");
        sender.send(event(), order());
        awaitTaken(event().id());
    }

    // Both the start and the update or the signal carry the body: twice 2 MB in a message that may have 4 MiB.
    @ParameterizedTest
    @CsvSource({
        "update, paymentSucceeded, 2000000",
        "update, paymentSucceeded, 1999999",
        "update, paymentSucceeded, 1900000",
        "signal, paid, 2000000",
        "signal, paid, 1900000"
    })
    void missingWorkflowIsStartedWithALargeBody(String kind, String handler, int size) throws Exception {
        WorkflowSender sender = starter(kind, handler);
        sender.send(event(), bodyOf(size), Await.PATIENCE);
        awaitTaken(event().id());
    }

    private byte[] bodyOf(int size) {
        String begin = "{\"order\": \"%s\", \"payment\": \"card\", \"note\": \"".formatted(order());
        return (begin + "a".repeat(size - begin.length() - 2) + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    // The signal that started the workflow does not count as taken.
    @Test
    void startedWorkflowWithoutAHandlerOfTheSignalRefusesTheEvent() {
        WorkflowSender sender = starter("signal", "payed");
        assertThat(sender.fails(event(), order()).failure()).isEqualTo(DestinationFailure.WORKFLOW_REFUSED);
    }

    @Test
    void workflowAtItsLimitOfUpdatesIsTriedAgain() throws Exception {
        start();
        for (int i = 0; i < 10; i++) {
            workflow()
                    .startUpdate(
                            UpdateOptions.newBuilder(String.class)
                                    .setUpdateName("slow")
                                    .setWaitForStage(WorkflowUpdateStage.ACCEPTED)
                                    .build(),
                            event(),
                            Map.of());
        }
        WorkflowSender sender = sender("update", "paymentSucceeded");
        DestinationException full = sender.fails(event(), order(), Duration.ofSeconds(5));
        assertThat(full.failure().isRetryable()).isTrue();
        workflow().signal("release");
        Await.until("there is room again", () -> taken().size() == 10);
        assertThat(sender.send(event(), order())).isEqualTo("order is paid by card");
    }

    @Test
    void runThatTheNamespaceNoLongerKeepsIsNotAsked() throws Exception {
        start();
        WorkflowExecution first = workflow().describe().getExecution();
        moveOn();
        moveOn();
        server.stubs()
                .blockingStub()
                .deleteWorkflowExecution(DeleteWorkflowExecutionRequest.newBuilder()
                        .setNamespace("default")
                        .setWorkflowExecution(first)
                        .build());
        Await.until("the first run is deleted", () -> isDeleted(first));
        assertThat(sender("update", "paymentSucceeded").send(event(), order())).isEqualTo("order is paid by card");
    }

    private static boolean isDeleted(WorkflowExecution run) {
        try {
            server.client()
                    .newUntypedWorkflowStub(WorkflowTargetOptions.newBuilder()
                            .setWorkflowId(run.getWorkflowId())
                            .setRunId(run.getRunId())
                            .build())
                    .describe();
            return false;
        } catch (WorkflowNotFoundException e) {
            return true;
        }
    }

    @Test
    void handlerThatTheNextRunCutsOffHasNotTakenTheEvent() throws Exception {
        start();
        WorkflowSender sender = sender("update", "slow");
        sender.fails(event(), order(), Duration.ofSeconds(2));
        moveOn();
        assertThat(sender.fails(event(), order(), Duration.ofSeconds(3)).failure())
                .isEqualTo(DestinationFailure.UNANSWERED);
        workflow().signal("release");
        assertThat(sender.send(event(), order())).isEqualTo("at last");
    }
}
