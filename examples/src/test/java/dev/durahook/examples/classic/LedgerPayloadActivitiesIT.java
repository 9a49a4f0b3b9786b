package dev.durahook.examples.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.process.JavaProcess;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A worker is killed in the middle of an effect, and Temporal gives the event to another worker. */
@RequiresTemporal
class LedgerPayloadActivitiesIT {

    private static final String ID = "webhook:1";

    @Test
    void effectThatDiedWithItsWorkerIsMadeByTheNextOne() throws Exception {
        try (TemporalServer temporal = TemporalServer.start();
                HeldDatabase database = new HeldDatabase(HeldDatabase.AFTER_THE_EFFECT)) {
            WorkflowStub event = killInTheMiddle(temporal, database);

            assertProcessedOnce(event, temporal, database);
        }
    }

    @Test
    void effectThatSurvivedItsWorkerIsNotRepeated() throws Exception {
        try (TemporalServer temporal = TemporalServer.start();
                HeldDatabase database = new HeldDatabase(HeldDatabase.IN_THE_COMMIT)) {
            WorkflowStub event = killInTheMiddle(temporal, database);
            Await.until("the effect is there", () -> database.effects(ID) == 1);

            assertProcessedOnce(event, temporal, database);
        }
    }

    private static WorkflowStub killInTheMiddle(TemporalServer temporal, HeldDatabase database) {
        WorkflowStub event = deliver(temporal);
        try (JavaProcess worker = start(temporal, database)) {
            database.awaitHeld();
            assertThat(database.effects(ID)).isZero();
            worker.kill();
        }
        database.letGo();
        return event;
    }

    private static void assertProcessedOnce(WorkflowStub event, TemporalServer temporal, HeldDatabase database)
            throws Exception {
        try (JavaProcess next = start(temporal, database)) {
            next.awaitLine("Workers started");
            assertThat(event.getResult(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS, String.class))
                    .isEqualTo("processed");
        }
        assertThat(database.effects(ID)).isEqualTo(1);
        assertThat(temporal.client().fetchHistory(ID).getEvents())
                .as("the workflow task in which the first worker died, and the attempt of the next one")
                .anyMatch(HistoryEvent::hasWorkflowTaskTimedOutEventAttributes)
                .anyMatch(HistoryEvent::hasActivityTaskStartedEventAttributes);
    }

    // The first attempt is made inside the workflow task, which times out after ten seconds. The attempt itself has the
    // longest time with which it is made there: it must still run when its worker is killed.
    private static JavaProcess start(TemporalServer temporal, HeldDatabase database) {
        return JavaProcess.of(ClassicApplication.class)
                .environment("TEMPORAL_ADDRESS", temporal.target())
                .arguments(
                        "--" + ClassicApplication.DATABASE + "=" + database.url(),
                        "--durahook.policies.webhook.initial-interval=1s",
                        "--durahook.policies.webhook.backoff-coefficient=1",
                        "--durahook.policies.webhook.maximum-attempts=0",
                        "--durahook.policies.webhook.start-to-close-timeout=1m")
                .start();
    }

    private static WorkflowStub deliver(TemporalServer temporal) {
        WorkflowStub workflow = temporal.client()
                .newUntypedWorkflowStub(
                        "webhook.user_created",
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(ID)
                                .setTaskQueue(TaskQueues.DEFAULT)
                                .build());
        WebhookEvent event = new WebhookEvent(ID, "webhook", "webhook.user_created", Instant.EPOCH, Map.of(), null);
        byte[] body = "{\"event\": \"user_created\", \"data\": {\"id\": 123}}".getBytes(StandardCharsets.UTF_8);
        workflow.start(event, EventBody.of(body));
        return workflow;
    }
}
