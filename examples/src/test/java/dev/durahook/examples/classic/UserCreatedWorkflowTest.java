package dev.durahook.examples.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.examples.TestWorker;
import dev.durahook.workflows.processing.Outcome;
import io.temporal.client.WorkflowStub;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserCreatedWorkflowTest {

    private static final String TYPE = "webhook.user_created";

    private final AtomicInteger attempts = new AtomicInteger();
    private final InMemoryPayloadActivities activities = new InMemoryPayloadActivities();
    private final TestWorker worker = TestWorker.of(UserCreatedWorkflow.class, (PayloadActivities) (payload, id) -> {
        attempts.incrementAndGet();
        return activities.processWebhookPayload(payload, id);
    });

    @AfterEach
    void close() {
        worker.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\": \"user_created\", \"data\": {\"id\": 123, \"name\": \"Alice\"}}",
                "{\"event\": \"user_created\", \"data\": \"an error of ours\"}",
                "{\"event\": \"user_created\", \"data\": null, \"version\": 2}",
                "{\"event\": \"user_created\"}",
                "{}"
            })
    void payloadIsProcessed(String body) {
        assertThat(worker.deliver(TYPE, body).getResult(String.class)).isEqualTo("processed");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void errorIsRetriedFiveTimesAndThenParked() {
        WorkflowStub workflow = worker.deliver(TYPE, "{\"event\": \"user_created\", \"data\": \"error\"}");
        assertThat(worker.detailsAfterAnHour(workflow))
                .startsWith("**Parked")
                .contains("- Step: Process the payload\n- Failure: Simulated processing error (`ProcessingError`)\n");
        assertThat(attempts).hasValue(1 + 5);
    }

    @Test
    void parkedErrorCanBeDiscarded() {
        WorkflowStub workflow = worker.deliver(TYPE, "{\"event\": \"user_created\", \"data\": \"error\"}");
        worker.detailsAfterAnHour(workflow);
        workflow.signal("discard", "only a demonstration");
        assertThat(workflow.getResult(Outcome.class)).isEqualTo(Outcome.discarded("only a demonstration"));
    }
}
