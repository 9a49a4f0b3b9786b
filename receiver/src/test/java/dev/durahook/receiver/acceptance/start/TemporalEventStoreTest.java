package dev.durahook.receiver.acceptance.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.acceptance.start.Acceptance.Accepted;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.frontend.FakeFrontend;
import io.grpc.Deadline;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TemporalEventStoreTest {

    private final FakeFrontend frontend = FakeFrontend.start();
    private final WorkflowServiceStubs stubs =
            WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                    .setTarget(frontend.target())
                    .build());
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final TemporalEventStore store = new TemporalEventStore(WorkflowClient.newInstance(stubs), timer);

    @AfterEach
    void stop() {
        assertThat(timer.shutdownNow()).isNotNull();
        stubs.shutdownNow();
        frontend.close();
    }

    @Test
    void storedEventIsStartedOnceAndLeavesNoTimer() {
        timer.setRemoveOnCancelPolicy(true);
        Deadline deadline = Deadline.after(Await.PATIENCE.toNanos(), TimeUnit.NANOSECONDS);

        assertThat(store.store(Events.named("1"), new WorkflowStart(deadline))).isEqualTo(new Accepted());
        assertThat(frontend.starts()).isEqualTo(1);
        assertThat(timer.getQueue()).isEmpty();
    }
}
