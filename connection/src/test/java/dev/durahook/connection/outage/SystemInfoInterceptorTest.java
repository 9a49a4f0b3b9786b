package dev.durahook.connection.outage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.connection.FaultyConnection;
import dev.durahook.testsupport.frontend.FakeFrontend;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SystemInfoInterceptorTest {

    @RegisterExtension
    final FaultyConnection connection = FaultyConnection.with(options -> options.setRpcTimeout(Duration.ofSeconds(10)));

    private final FakeFrontend frontend = connection.frontend();
    private final WorkflowClient client = WorkflowClient.newInstance(
            connection.stubs(),
            WorkflowClientOptions.newBuilder()
                    .setInterceptors(new SystemInfoInterceptor(connection.stubs()))
                    .build());

    @Test
    void concurrentStartsFailTogetherIfTemporalNeverAnswered() {
        connection.proxy().blackHole();
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            long begin = System.nanoTime();
            CompletableFuture<?>[] starts = Stream.generate(() -> CompletableFuture.supplyAsync(this::failure, threads))
                    .limit(20)
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(starts).join();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(100));
            assertThat(starts).allSatisfy(start -> assertThat(start.join()).isEqualTo(Status.Code.DEADLINE_EXCEEDED));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void systemInformationIsAskedForOnce() {
        start();
        int calls = frontend.headers().size();
        start();
        assertThat(frontend.headers()).hasSize(calls + 1);
        assertThat(frontend.starts()).isEqualTo(2);
    }

    private Status.Code failure() {
        try {
            start();
            return Status.Code.OK;
        } catch (WorkflowServiceException e) {
            return ((StatusRuntimeException) e.getCause()).getStatus().getCode();
        }
    }

    private void start() {
        client.newUntypedWorkflowStub(
                        "a.type",
                        WorkflowOptions.newBuilder().setTaskQueue("nobody").build())
                .start();
    }
}
