package dev.durahook.connection.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.durahook.connection.FaultyConnection;
import dev.durahook.connection.server.QuickWatch;
import dev.durahook.connection.server.RecordedCache;
import dev.durahook.connection.server.ServerWatch;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.fault.FaultProxy;
import dev.durahook.testsupport.frontend.FakeFrontend;
import io.grpc.Status;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ServerLossDetectorTest {

    private final ServerLossDetector detector = new ServerLossDetector();

    @RegisterExtension
    final FaultyConnection connection = FaultyConnection.with(options ->
            options.setConnectionBackoffResetFrequency(Duration.ofSeconds(1)).addGrpcClientInterceptor(detector));

    private final FakeFrontend frontend = connection.frontend();
    private final FaultProxy proxy = connection.proxy();
    private final WorkflowServiceStubs stubs = connection.stubs();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final WorkflowClient client = WorkflowClient.newInstance(stubs);
    private final ServerWatch watch = QuickWatch.of(
            client,
            List.of(server -> told.add("checked")),
            List.of(new RecordedCache(told)),
            new Outages(client, System::nanoTime));

    @BeforeEach
    void start() {
        frontend.identify("cluster", "namespace");
        detector.watch(stubs.getRawChannel(), watch);
        watch.start();
        Await.until("the server was asked", () -> told.contains("checked"));
        told.clear();
    }

    @AfterEach
    void stop() {
        watch.stop();
    }

    @Test
    void aConnectionThatIsRenewedIsDoubtedUntilTheSameServerAnswers() {
        stubs.getRawChannel().enterIdle();

        Await.until("the remembered answers are trusted again", () -> told.contains("trust"));
        assertThat(told).startsWith("doubt").doesNotContain("forget");
    }

    @Test
    void aConnectionThatLeadsToAnotherNamespaceIsForgottenBeforeItIsTrusted() {
        frontend.identify("cluster", "another");
        stubs.getRawChannel().enterIdle();

        Await.until("the remembered answers are trusted again", () -> told.contains("trust"));
        assertThat(told).containsSubsequence("doubt", "forget", "trust").contains("checked");
    }

    @Test
    void aConnectionThatLeadsToAnotherClusterIsForgottenBeforeItIsTrusted() {
        frontend.identify("another", "namespace");
        stubs.getRawChannel().enterIdle();

        Await.until("the remembered answers are trusted again", () -> told.contains("trust"));
        assertThat(told).containsSubsequence("doubt", "forget", "trust");
    }

    @Test
    void serverWithoutIdsIsForgottenWithItsConnection() {
        frontend.identify("", "");
        watch.disconnected();
        Await.until("the server was asked", () -> told.contains("trust"));
        told.clear();
        stubs.getRawChannel().enterIdle();

        Await.until("the remembered answers are trusted again", () -> told.contains("trust"));
        assertThat(told).containsSubsequence("doubt", "forget", "trust");
    }

    @Test
    void aServerThatWasAwayIsForgotten() {
        proxy.refuse();
        Await.until("nothing is remembered", () -> told.contains("forget"));
        assertThat(told).startsWith("doubt").doesNotContain("trust");

        proxy.heal();
        watch.lookNow();
        Await.until("the remembered answers are trusted again", () -> told.contains("trust"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            names = {"UNAVAILABLE", "INTERNAL", "UNKNOWN", "DATA_LOSS", "NOT_FOUND"})
    void afterAFaultAnswersAreForgotten(Status.Code code) {
        fail(code);

        assertThat(told).contains("forget");
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            names = {"OK", "UNAVAILABLE", "INTERNAL", "UNKNOWN", "DATA_LOSS", "NOT_FOUND"},
            mode = Mode.EXCLUDE)
    void answerOfAHealthyServerIsNotAFault(Status.Code code) {
        fail(code);

        assertThat(told).doesNotContain("forget");
    }

    private void fail(Status.Code code) {
        frontend.answerStartsWith(code.toStatus());
        Throwable failure = catchThrowable(
                () -> stubs.blockingStub().startWorkflowExecution(StartWorkflowExecutionRequest.getDefaultInstance()));
        assertThat(failure).isNotNull();
    }
}
