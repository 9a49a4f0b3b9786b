package dev.durahook.examples.classic;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testing.processing.ProcessedEvent;
import dev.durahook.testing.processing.TestPolicy;
import dev.durahook.testing.processing.TestWorker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserCreatedWorkflowTest {

    private static final String TYPE = "webhook.user_created";
    private static final String ERROR = "{\"event\": \"user_created\", \"data\": \"error\"}";

    private final TestWorker worker = TestWorker.of(UserCreatedWorkflow.class, new InMemoryPayloadActivities())
            .under("webhook", TestPolicy.attempts(6).initialInterval(ofSeconds(1)));

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
        worker.process(TYPE, body).assertCompleted("processed").assertAttempts(1);
    }

    @Test
    void errorIsRetriedFiveTimesAndThenParked() {
        ProcessedEvent event = worker.process(TYPE, ERROR)
                .assertAttempts(1 + 5)
                .assertDelays(ofSeconds(1), ofSeconds(2), ofSeconds(4), ofSeconds(8), ofSeconds(16))
                .assertParked("ProcessingError");
        assertThat(event.details())
                .startsWith("**Parked")
                .contains(
                        "- Step: `Process the payload`\n- Failure: `Simulated processing error` (`ProcessingError`)\n");
    }

    @Test
    void parkedErrorCanBeDiscarded() {
        worker.process(TYPE, ERROR).discard("only a demonstration").assertDiscarded();
    }
}
