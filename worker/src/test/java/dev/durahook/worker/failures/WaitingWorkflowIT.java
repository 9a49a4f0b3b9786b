package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.waiting.OrderPlaced;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A team's workflows wait for days, as their author expects, on a worker whose cache can't hold all of them. */
@RequiresTemporal
class WaitingWorkflowIT {

    // The query of the runbook, under "A backlog".
    private static final String UNDER_WAY = "ExecutionStatus = \"Running\" AND DurahookStatus IS NULL";

    private final TemporalServer server =
            TemporalServer.start(TemporalServerOptions.inMemory().withStatus());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void areNeitherABacklogNorOverdueUntilTheyGoOn() throws InterruptedException {
        try (RunningWorker worker = RunningWorker.start(
                server,
                List.of(),
                "spring.main.sources=com.acme.waiting",
                "spring.temporal.workflow-cache.max-instances=1")) {
            List<Event> events =
                    IntStream.range(0, 4).mapToObj(number -> deliver()).toList();
            server.workflows().awaitCount("DurahookStatus = \"waiting\"", 4);
            server.workflows().awaitCount(UNDER_WAY, 0);
            // The events must be older than a second, because the metric reports younger ones as 0.
            TimeUnit.SECONDS.sleep(3);
            Await.until("no event is overdue", () -> worker.gauge("durahook.events.oldest") == 0);
            assertThat(events)
                    .allSatisfy(event -> assertThat(event.details())
                            .startsWith("**The workflow waits, as its author expects.**")
                            .contains("- For `the payment`, since ")
                            .doesNotContain("No step is under way"));

            Event paid = events.get(0);
            paid.signal("paid");
            assertThat(paid.parked()).startsWith("**Parked").doesNotContain("the payment");
            paid.signal("discard", "a test");
            assertThat(paid.outcome().reason()).isEqualTo("a test");
            assertThat(worker.failedWorkflowTasks()).isZero();
        }
    }

    private Event deliver() {
        return RunningWorker.deliver(server.client(), OrderPlaced.TYPE, attempt -> null);
    }
}
