package dev.durahook.worker.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.process.JavaProcess;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The worker's structured log, and the lines that a search for an event's ID finds. */
@RequiresTemporal
class StructuredLogsIT {

    private static final String MARKER = "marker-of-a-body";
    // On a busy machine, a workflow task may time out, and Temporal's SDK then logs a line.
    private static final String FAILED_TASK = "Workflow task processing failure.";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void eachLineIsJsonAndAnEventsLifeIsFoundByItsId() throws Exception {
        try (TemporalServer server =
                        TemporalServer.start(TemporalServerOptions.inMemory().withPatientTasks());
                JavaProcess worker = worker(server)) {
            WorkflowStub event = deliver(server);
            awaitMessage(worker, "Parked shop:1", 1);
            event.signal("retry");
            awaitMessage(worker, "Parked shop:1", 2);
            event.signal("discard", "no shop " + MARKER);
            event.getResult(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS, Object.class);
            awaitMessage(worker, "Discarded shop:1", 1);

            assertThat(messages(worker))
                    .filteredOn(message -> message.contains("shop:1") && !message.startsWith(FAILED_TASK))
                    .map(StructuredLogsIT::withoutMethod)
                    .containsExactly(
                            failed(1),
                            failed(2),
                            parked(),
                            "Retrying shop:1 at the step 'Handle: book'",
                            failed(1),
                            failed(2),
                            parked(),
                            "Discarded shop:1 at the step 'Handle: book'");
            assertThat(lines(worker)).filteredOn(line -> isOfTheEvent(line)).allSatisfy(line -> {
                assertThat(line.at("/durahook/event/id").asText()).isEqualTo("shop:1");
                assertThat(line.at("/durahook/event/type").asText()).isEqualTo("shop.sold");
                assertThat(line.at("/durahook/event/source").asText()).isEqualTo("shop");
            });
            assertThat(messages(worker)).filteredOn("Booking"::equals).hasSize(4);
            assertThat(worker.output()).doesNotContain(MARKER);
            assertThat(toldTraces(server))
                    .hasSize(2)
                    .allSatisfy(trace -> assertThat(trace)
                            .contains(FailingShop.class.getName())
                            .doesNotContain("LoggedAttempts", "FailedAttempts", "RunningAttempts"));
        }
    }

    // The frames of the logging interceptor are not part of the reported failure.
    private static List<String> toldTraces(TemporalServer server) {
        return server.workflows().history("shop:1").stream()
                .filter(HistoryEvent::hasActivityTaskFailedEventAttributes)
                .map(event -> event.getActivityTaskFailedEventAttributes()
                        .getFailure()
                        .getStackTrace())
                .toList();
    }

    private static boolean isOfTheEvent(JsonNode line) {
        String message = line.path("message").asText();
        return (message.contains("shop:1") && !message.startsWith(FAILED_TASK)) || message.equals("Booking");
    }

    private static String failed(int attempt) {
        return "Attempt " + attempt + " of book failed for shop:1: java.lang.IllegalStateException at "
                + "dev.durahook.worker.logging.FailingShop";
    }

    private static String withoutMethod(String message) {
        return message.replaceFirst("\\$.*", "");
    }

    private static String parked() {
        return "Parked shop:1 at the step 'Handle: book'; the workflow's details say why";
    }

    private static void awaitMessage(JavaProcess worker, String begin, int times) {
        Await.until(
                times + " times " + begin,
                () -> messages(worker).stream()
                                .filter(message -> message.startsWith(begin))
                                .count()
                        == times);
    }

    private static List<String> messages(JavaProcess worker) {
        return lines(worker).stream().map(line -> line.path("message").asText()).toList();
    }

    // The last line may be incomplete, and since Java 24 the JVM prints warnings about libraries.
    private static List<JsonNode> lines(JavaProcess worker) {
        String output = worker.output();
        return output.substring(0, output.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> !line.startsWith("WARNING: "))
                .map(StructuredLogsIT::json)
                .toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }

    private static JavaProcess worker(TemporalServer server) {
        return JavaProcess.of(FailingShop.class)
                .environment("TEMPORAL_ADDRESS", server.target())
                .environment("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs")
                .arguments(
                        "--spring.main.banner-mode=off",
                        "--logging.level.dev.durahook=debug",
                        "--durahook.policies.default.initial-interval=100ms",
                        "--durahook.policies.default.maximum-attempts=2")
                .start();
    }

    private static WorkflowStub deliver(TemporalServer server) {
        WorkflowStub workflow = server.client()
                .newUntypedWorkflowStub(
                        "shop.sold",
                        WorkflowOptions.newBuilder()
                                .setWorkflowId("shop:1")
                                .setTaskQueue(TaskQueues.DEFAULT)
                                .build());
        WebhookEvent event = new WebhookEvent("shop:1", "shop", "shop.sold", Instant.EPOCH, Map.of(), null);
        String body = "{\"a\": \"" + MARKER + "\"}";
        workflow.start(event, EventBody.of(body.getBytes(StandardCharsets.UTF_8)));
        return workflow;
    }
}
