package dev.durahook.connection.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.FakeFrontend;
import dev.durahook.testsupport.FaultProxy;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServerWatchTest {

    private final FakeFrontend frontend = FakeFrontend.start();
    private final FaultProxy proxy = FaultProxy.to(frontend.target());
    private final WorkflowServiceStubs stubs =
            WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                    .setTarget(proxy.target())
                    .setConnectionBackoffResetFrequency(Duration.ofSeconds(1))
                    .build());
    private final List<ServerFacts> seen = new CopyOnWriteArrayList<>();
    private final ServerWatch watch = new ServerWatch(WorkflowClient.newInstance(stubs), List.of(seen::add));

    @AfterEach
    void stop() {
        watch.stop();
        stubs.shutdownNow();
        proxy.close();
        frontend.close();
    }

    @Test
    void serverThatIsDownAtStartIsCheckedOnceItAnswers() {
        proxy.refuse();
        watch.start();
        assertThat(seen).isEmpty();
        proxy.heal();
        Await.until("it is checked", Duration.ofSeconds(40), () -> !seen.isEmpty());
        assertThat(seen).containsExactly(new ServerFacts(proxy.target(), "default", "", null, null));
    }

    @Test
    void stopsWhenItIsTold() {
        watch.start();
        watch.stop();
        assertThat(watch.isRunning()).isFalse();
    }
}
