package dev.durahook.worker.parking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.QueriedDetails;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.workflows.processing.Outcome;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowStub;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A parked event that was retried by hand so often that its history is long. In these tests, the server calls a history
 * of forty events long.
 */
@RequiresTemporal
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class LongHistoryIT {

    private static final String ID = "shop:1";

    @Test
    void parkedEventContinuesInANewRunAndLosesNothing() throws TimeoutException {
        try (TemporalServer server = TemporalServer.start(TemporalServerOptions.inMemory()
                        .withStatus()
                        .withDynamicConfig("limit.historyCount.suggestContinueAsNew", "40"));
                ParkingLot lot = new ParkingLot(server.client())) {
            lot.deliver(ID);
            WorkflowStub event = server.client().newUntypedWorkflowStub(ID);
            for (int calls = 1; calls <= 8; calls++) {
                awaitParked(server, lot, calls);
                assertThat(details(event))
                        .contains("- Step: `Handle: crm`\n", "the crm is down", "- `Handle: mail`: done")
                        .doesNotContain("Step: `Handle: mail`");
                event.signal("retry");
            }
            awaitParked(server, lot, 9);

            assertThat(server.workflows().runs(ID)).hasSizeGreaterThan(1);
            assertThat(server.workflows().count(ID, EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED))
                    .isZero();
            assertThat(details(event)).contains("This run continues an earlier run.");
            lot.repair();
            event.signal("retry");
            assertThat(event.getResult(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS, Outcome.class)
                            .toString())
                    .contains("processed", "told the crm", "mailed");
            assertThat(lot.mails()).containsExactly(ID);
        }
    }

    @Test
    void parkedUnhandledEventContinuesInANewRunAsWell() throws TimeoutException {
        try (TemporalServer server = TemporalServer.start(TemporalServerOptions.inMemory()
                        .withStatus()
                        .withDynamicConfig("limit.historyCount.suggestContinueAsNew", "40"));
                ParkingLot lot = new ParkingLot(server.client())) {
            lot.plans(false);
            lot.deliver(ID);
            WorkflowStub event = server.client().newUntypedWorkflowStub(ID);
            // In a bulk signal, most events have other steps parked. Temporal accepts 10,000 signals for one run.
            for (int runs = 1; runs <= 3; runs++) {
                int before = runs;
                Await.until("there are " + runs + " runs and one more", () -> {
                    event.signal("discard", Map.of("step", "deliver:crm", "reason", "the crm is gone"));
                    return server.workflows().runs(ID).size() > before;
                });
            }
            server.workflows().awaitCount("DurahookStatus = 'parked' AND ExecutionStatus = 'Running'", 1);
            event.signal("retry");
            Await.until("the event goes on waiting", () -> details(event).startsWith("**Parked"));
            assertThat(details(event))
                    .contains("- Step: `Find a route or a handler`\n- Key: `find-route`\n", "takes shop.order.")
                    .contains("This run continues an earlier run.");
            lot.plans(true);
            lot.repair();
            event.signal("retry");
            assertThat(event.getResult(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS, Outcome.class)
                            .outcome())
                    .isEqualTo("processed");
            assertThat(server.workflows().count(ID, EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED))
                    .isZero();
        }
    }

    private static void awaitParked(TemporalServer server, ParkingLot lot, int calls) {
        Await.until(
                "the crm was called " + calls + " times", () -> lot.crmCalls().size() == calls);
        server.workflows().awaitCount("DurahookStatus = 'parked' AND ExecutionStatus = 'Running'", 1);
        WorkflowStub event = server.client().newUntypedWorkflowStub(ID);
        Await.until(
                "the details show that the event is parked",
                () -> details(event).startsWith("**Parked"));
    }

    private static String details(WorkflowStub event) {
        return QueriedDetails.of(event);
    }
}
