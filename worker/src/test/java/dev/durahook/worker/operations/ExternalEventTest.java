package dev.durahook.worker.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.testsupport.temporal.MemoryStorage;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.reading.EventDataConverter;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Operations on events of an application that stores its payloads outside of Temporal. */
class ExternalEventTest {

    private static final String ID = "shop:1";

    private final MemoryStorage storage = new MemoryStorage();

    @Test
    void eventIsRecognisedUnlessTheStorageDoesNotAnswer() {
        try (TestWorkflowEnvironment environment =
                TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                        .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                                .setDataConverter(EventDataConverter.standard())
                                .setExternalStorage(storage.from(10))
                                .build())
                        .build())) {
            WorkflowClient client = environment.getWorkflowClient();
            List<HistoryEvent> beginning = new TemporalCalls(client).beginning(ID, deliver(client));
            EventRecognition recognition = new EventRecognition(client);
            assertThat(recognition.isEvent(ID, beginning)).isTrue();
            assertThat(recognition.isEvent("shop:2", beginning)).isFalse();
            storage.away(true);
            assertThatThrownBy(() -> recognition.isEvent(ID, beginning)).hasMessageContaining("the storage is away");
        }
    }

    private static String deliver(WorkflowClient client) {
        return client.newUntypedWorkflowStub(
                        "shop.order",
                        WorkflowOptions.newBuilder()
                                .setTaskQueue("shop")
                                .setWorkflowId(ID)
                                .build())
                .start(
                        new WebhookEvent(ID, "shop", "shop.order", Instant.EPOCH, Map.of(), null),
                        EventBody.of("{}".getBytes(StandardCharsets.UTF_8)))
                .getRunId();
    }
}
