package dev.durahook.worker.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.temporal.BoundCodec;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.operations.EventRun;
import dev.durahook.workflows.operations.Operation;
import dev.durahook.workflows.operations.OperationOrder;
import dev.durahook.workflows.operations.OperationRequest;
import dev.durahook.workflows.operations.PageOutcome;
import dev.durahook.workflows.payload.WorkflowPayloads;
import dev.durahook.workflows.reading.EventDataConverter;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.RawValue;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operations on events of an application whose codec binds each payload to the workflow for which it is written. */
class BoundPayloadsTest {

    private static final String ID = "shop:1";

    private final TestWorkflowEnvironment environment =
            TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                    .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                            .setDataConverter(new EventDataConverter(new CodecDataConverter(
                                    EventDataConverter.standard(), List.of(BoundCodec.create()), true)))
                            .build())
                    .build());
    private final WorkflowClient client = environment.getWorkflowClient();
    private EventRun event;

    @BeforeEach
    void deliver() {
        WorkflowStub workflow = client.newUntypedWorkflowStub(
                "shop.order",
                WorkflowOptions.newBuilder()
                        .setTaskQueue("shop")
                        .setWorkflowId(ID)
                        .build());
        event = new EventRun(
                ID,
                workflow.start(
                                new WebhookEvent(ID, "shop", "shop.order", Instant.EPOCH, Map.of(), null),
                                EventBody.of("{}".getBytes(StandardCharsets.UTF_8)))
                        .getRunId());
    }

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void workflowCanReadTheDecision() {
        OperationRequest request =
                new OperationRequest(Operation.DISCARD_PARKED, List.of(), null, null, null, "gone", 1, false, false);
        OperationOrder order = new OperationOrder(request, "operation-1", "first", "ops", Instant.EPOCH);
        assertThat(new ParkedSignal(new TemporalCalls(client)).on(event, order, false))
                .isEqualTo(PageOutcome.done(event));

        Payloads input = client.fetchHistory(ID).getEvents().stream()
                .filter(HistoryEvent::hasWorkflowExecutionSignaledEventAttributes)
                .map(signal ->
                        signal.getWorkflowExecutionSignaledEventAttributes().getInput())
                .findFirst()
                .orElseThrow();
        RawValue read =
                WorkflowPayloads.of(client, ID).fromPayloads(0, Optional.of(input), RawValue.class, RawValue.class);
        assertThat(EventBody.bytes(read)).asString().contains("\"reason\":\"gone (durahook.discard-parked operation-1");
    }

    @Test
    void eventIsRecognised() {
        List<HistoryEvent> beginning = new TemporalCalls(client).beginning(ID, event.runId());
        assertThat(new EventRecognition(client).isEvent(ID, beginning)).isTrue();
        assertThat(new EventRecognition(client).isEvent("shop:2", beginning)).isFalse();
    }
}
