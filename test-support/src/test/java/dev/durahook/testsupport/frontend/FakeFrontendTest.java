package dev.durahook.testsupport.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.testsupport.Await;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.GetClusterInfoRequest;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeFrontendTest {

    private static final StartWorkflowExecutionRequest START = StartWorkflowExecutionRequest.newBuilder()
            .setNamespace("default")
            .setWorkflowId("an-id")
            .build();

    private final FakeFrontend frontend = FakeFrontend.start();
    private final WorkflowServiceStubs stubs =
            WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                    .setTarget(frontend.target())
                    .setRpcTimeout(Duration.ofMinutes(1))
                    .build());

    @AfterEach
    void stop() {
        stubs.shutdownNow();
        frontend.close();
    }

    @Test
    void acceptsStartsUnlessToldOtherwise() {
        assertThat(stubs.blockingStub().startWorkflowExecution(START).getRunId())
                .isNotEmpty();
        assertThat(frontend.starts()).isEqualTo(1);
    }

    @Test
    void repeatedCallIsTheSameStart() {
        StartWorkflowExecutionRequest other =
                START.toBuilder().setRequestId("other").build();
        for (StartWorkflowExecutionRequest request : List.of(START, START, other)) {
            assertThat(stubs.blockingStub().startWorkflowExecution(request).getStarted())
                    .isTrue();
        }

        assertThat(frontend.starts()).isEqualTo(2);
        assertThat(frontend.startCalls()).isEqualTo(3);
    }

    @Test
    void answersStartsWithTheGivenStatus() {
        frontend.answerStartsWith(Status.RESOURCE_EXHAUSTED.withDescription("namespace rate limit exceeded"));
        assertThatThrownBy(() -> stubs.blockingStub().startWorkflowExecution(START))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED));
    }

    @Test
    void storesAsManyAtATimeAsItIsTold() {
        frontend.serve(1, Duration.ofMillis(200));
        long begin = System.nanoTime();
        Stream.generate(() -> stubs.futureStub().startWorkflowExecution(START))
                .limit(3)
                .toList()
                .forEach(start -> assertThat(start).succeedsWithin(Await.PATIENCE));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(600));
        assertThat(frontend.stored()).isEqualTo(3);
    }

    @Test
    void storesAlsoForACallerThatHasGone() {
        frontend.serve(1, Duration.ofMillis(200));
        Future<?> start = stubs.futureStub().startWorkflowExecution(START);
        Await.until("it is asked for", () -> frontend.starts() == 1);
        start.cancel(true);

        Await.until("it is stored", () -> frontend.stored() == 1);
    }

    @Test
    void answersWithTheIdsThatATestSets() {
        frontend.identify("cluster", "namespace");
        assertThat(stubs.blockingStub()
                        .getClusterInfo(GetClusterInfoRequest.getDefaultInstance())
                        .getClusterId())
                .isEqualTo("cluster");
        assertThat(stubs.blockingStub()
                        .describeNamespace(DescribeNamespaceRequest.getDefaultInstance())
                        .getNamespaceInfo()
                        .getId())
                .isEqualTo("namespace");
    }

    @Test
    void keepsTheHeadersOfEachCall() {
        stubs.blockingStub().startWorkflowExecution(START);
        Metadata.Key<String> client = Metadata.Key.of("client-name", Metadata.ASCII_STRING_MARSHALLER);
        assertThat(frontend.headers())
                .isNotEmpty()
                .allSatisfy(headers -> assertThat(headers.get(client)).isEqualTo("temporal-java"));
    }

    @Test
    void isHealthy() {
        assertThat(stubs.healthCheck().getStatusValue()).isEqualTo(1);
    }
}
