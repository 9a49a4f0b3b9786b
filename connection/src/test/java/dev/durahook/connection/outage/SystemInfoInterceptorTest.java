package dev.durahook.connection.outage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.connection.FaultyConnection;
import dev.durahook.testsupport.Await;
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
    final FaultyConnection connection = FaultyConnection.with(options -> options.setRpcTimeout(Await.PATIENCE));

    @RegisterExtension
    final FaultyConnection impatient = FaultyConnection.with(options -> options.setRpcTimeout(Duration.ofSeconds(3)));

    @Test
    void concurrentStartsFailTogetherIfTemporalNeverAnswered() {
        impatient.proxy().blackHole();
        WorkflowClient client = client(impatient);
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            long begin = System.nanoTime();
            CompletableFuture<?>[] starts = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> failure(client), threads))
                    .limit(20)
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(starts).join();
            // One after the other would take a minute.
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(50));
            assertThat(starts).allSatisfy(start -> assertThat(start.join()).isEqualTo(Status.Code.DEADLINE_EXCEEDED));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void systemInformationIsAskedForOnce() {
        FakeFrontend frontend = connection.frontend();
        WorkflowClient client = client(connection);
        start(client);
        int calls = frontend.headers().size();
        start(client);
        assertThat(frontend.headers()).hasSize(calls + 1);
        assertThat(frontend.starts()).isEqualTo(2);
    }

    private static WorkflowClient client(FaultyConnection connection) {
        return WorkflowClient.newInstance(
                connection.stubs(),
                WorkflowClientOptions.newBuilder()
                        .setInterceptors(new SystemInfoInterceptor(connection.stubs()))
                        .build());
    }

    private static Status.Code failure(WorkflowClient client) {
        try {
            start(client);
            return Status.Code.OK;
        } catch (WorkflowServiceException e) {
            return ((StatusRuntimeException) e.getCause()).getStatus().getCode();
        }
    }

    private static void start(WorkflowClient client) {
        client.newUntypedWorkflowStub(
                        "a.type",
                        WorkflowOptions.newBuilder().setTaskQueue("nobody").build())
                .start();
    }
}
