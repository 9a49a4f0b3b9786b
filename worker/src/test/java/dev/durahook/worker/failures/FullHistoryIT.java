package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.workflows.policy.PacedRetries;
import dev.durahook.workflows.processing.DefaultWorkflow;
import dev.durahook.workflows.processing.DiscardInterceptor;
import io.temporal.activity.DynamicActivity;
import io.temporal.failure.ApplicationFailure;
import io.temporal.worker.WorkerFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An event with a large body, whose activities are retried by hand again and again while another step is still tried. Each
 * retry writes the body into the history, and Temporal ends a workflow whose history is too large.
 */
@RequiresTemporal
class FullHistoryIT {

    private static final String LARGE = "\"" + "a".repeat(1_900_000) + "\"";
    private static final String FULL = "HistoryFull";

    private final AtomicInteger calls = new AtomicInteger();
    private TemporalServer server;
    private RunningWorker worker;
    private WorkerFactory team;

    @BeforeEach
    void start() {
        server = TemporalServer.start();
        worker = RunningWorker.start(
                server,
                List.of(),
                "durahook.destinations.score.kind=activity",
                "durahook.destinations.score.activity=score_order",
                "durahook.destinations.score.task-queue=team",
                "durahook.destinations.score.policy=quick",
                "durahook.destinations.crm.url=http://127.0.0.1:1/",
                "durahook.destinations.crm.signature=none",
                "durahook.destinations.crm.policy=patient",
                "durahook.policies.quick.non-retryable-error-types=Refused",
                "durahook.policies.patient.maximum-attempts=0",
                "durahook.policies.patient.inline-first-attempt=false",
                "durahook.routes.both.event-types=test.both",
                "durahook.routes.both.destinations=score,crm");
        team = WorkerFactory.newInstance(server.client());
        team.newWorker("team").registerActivitiesImplementations((DynamicActivity) arguments -> {
            calls.incrementAndGet();
            throw ApplicationFailure.newFailure("no score today", "Refused");
        });
        team.start();
    }

    @AfterEach
    void stop() {
        team.shutdownNow();
        worker.close();
        server.close();
    }

    @Test
    void eventStaysParkedAndSaysWhy() throws Exception {
        Event event = RunningWorker.deliver(server.client(), "test.both", LARGE.getBytes(StandardCharsets.UTF_8));
        while (!event.parked().contains(FULL)) {
            // Without effect, if the step is not parked yet.
            event.signal("retry");
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertThat(event.details())
                .contains("- Step: `Deliver to score`\n", "send retry when the event's other steps have ended");
        assertThat(calls).hasValueBetween(10, 20);
        RecordedHistories.replay(
                server.client().fetchHistory(event.id()),
                List.of(new DiscardInterceptor(), new PacedRetries()),
                DefaultWorkflow.class);
    }
}
