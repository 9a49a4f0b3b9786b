package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.audit.Audit;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.workflows.parking.EventStatus;
import dev.durahook.workflows.policy.PacedRetries;
import dev.durahook.workflows.processing.DiscardInterceptor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events whose history is so long or so large that Temporal would soon end their workflows. */
@RequiresTemporal
@Timeout(600)
class RetriedInVainIT {

    private TemporalServer server;
    private RunningWorker worker;

    @BeforeEach
    void start() {
        server = TemporalServer.start();
        worker = RunningWorker.start(
                server,
                List.of(),
                application -> application.registerBean(Audit.ClosedOffice.class),
                "spring.main.sources=com.acme.audit");
    }

    @AfterEach
    void stop() {
        worker.close();
        server.close();
    }

    @Test
    void stepWhoseRunHasTensOfThousandsOfEventsIsNotRetriedAndCanBeDiscarded() throws Exception {
        Event event = deliver(Audit.TYPE);
        event.parked();
        int attempts = Audit.ClosedOffice.attempts();
        long before = length(event);

        event.signal("retry");
        Await.until("the signal is refused", () -> isRefused(event));
        event.signal("retry");
        Await.until("both signals are handled", () -> length(event) >= before + 9);
        assertThat(Audit.ClosedOffice.attempts()).isEqualTo(attempts).isPositive();
        assertThat(event.details()).contains("- Step: `File the report`\n", "- Failure: `the office is closed`");
        assertThat(event.status()).isEqualTo(EventStatus.PARKED);

        discardAndReplay(event);
    }

    @Test
    void stepWhoseRunHasTensOfMegabytesIsNotRetriedAndCanBeDiscarded() throws Exception {
        Event event = deliver(Audit.Statement.TYPE);
        event.parked();
        while (!isRefused(event)) {
            // Without effect, if the step is not parked yet.
            event.signal("retry");
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertThat(event.parked()).contains("- Step: `File the report`\n", "- Failure: `the office is closed`");

        discardAndReplay(event);
    }

    private Event deliver(String type) {
        return RunningWorker.deliver(server.client(), type, "{}".getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isRefused(Event event) {
        return event.details().contains("had no effect:** the history of this run has no room for another attempt");
    }

    private void discardAndReplay(Event event) throws Exception {
        event.signal("discard", "the office is closed for ever");
        Await.until("the event is discarded", () -> EventStatus.DISCARDED.equals(event.status()));
        RecordedHistories.replay(
                server.client().fetchHistory(event.id()),
                List.of(new DiscardInterceptor(), new PacedRetries()),
                Audit.AuditWorkflow.class,
                Audit.StatementWorkflow.class);
    }

    private long length(Event event) {
        return server.workflows().describe(event.id()).getHistoryLength();
    }
}
