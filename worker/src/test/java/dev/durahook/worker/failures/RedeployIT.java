package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.fault.FaultProxy;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.worker.destination.CountingServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A worker is replaced by a worker with another configuration, while events are retried and parked. */
@RequiresTemporal
class RedeployIT {

    private static final int EVENTS = 10;

    private final CountingServer crm = new CountingServer(Duration.ZERO);
    private final CountingServer search = new CountingServer(Duration.ZERO);
    private final AtomicBoolean ledgerIsDown = new AtomicBoolean(true);

    @Test
    void eventsThatWaitKeepTheirPlanAndNewOnesHaveTheNewOne() {
        try (TemporalServer server =
                        TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
                FaultProxy way = FaultProxy.to(crm.target())) {
            way.refuse();
            List<Event> retrying;
            List<Event> parked;
            try (RunningWorker before = start(server, way, "crm")) {
                retrying = deliver(before, "patient");
                parked = deliver(before, RunningWorker.QUICK);
                parked.forEach(Event::parked);
                Await.until(
                        "every event was tried", () -> retrying.stream().allMatch(event -> event.failedAttempts() > 0));
            }
            way.heal();
            ledgerIsDown.set(false);
            try (RunningWorker after = start(server, way, "search")) {
                parked.forEach(event -> event.signal("retry"));
                assertThat(parked)
                        .allSatisfy(event -> assertThat(event.result()).isEqualTo("booked"));
                assertThat(retrying)
                        .allSatisfy(event -> assertThat(event.result()).startsWith("crm answered 204"));
                assertThat(deliver(after, "patient"))
                        .allSatisfy(event -> assertThat(event.result()).startsWith("search answered 204"));
                assertThat(after.failedWorkflowTasks()).isZero();
                parked.forEach(event -> after.assertAttempts(event, 4));
            }
            assertThat(crm.requests()).isEqualTo(EVENTS);
            assertThat(search.requests()).isEqualTo(EVENTS);
        } finally {
            crm.close();
            search.close();
        }
    }

    // Both workers declare both destinations, as operations.md asks for a destination that is retired.
    private RunningWorker start(TemporalServer server, FaultProxy way, String destination) {
        return RunningWorker.start(
                server,
                List.of(RunningWorker.QUICK),
                "durahook.routes.to-" + destination + ".event-types=patient.*",
                "durahook.routes.to-" + destination + ".destinations=" + destination,
                "durahook.destinations.crm.url=http://" + way.target() + "/",
                "durahook.destinations.crm.signature=none",
                "durahook.destinations.crm.policy=patient",
                "durahook.destinations.crm.request-timeout=1m",
                "durahook.destinations.crm.total-timeout=1m",
                "durahook.destinations.search.url=http://" + search.target() + "/",
                "durahook.destinations.search.signature=none",
                "durahook.destinations.search.request-timeout=1m",
                "durahook.destinations.search.total-timeout=1m",
                "durahook.policies.patient.initial-interval=2s",
                "durahook.policies.patient.maximum-interval=5s");
    }

    private List<Event> deliver(RunningWorker worker, String policy) {
        return Stream.generate(() -> worker.deliver(policy, attempt -> {
                    if (ledgerIsDown.get()) {
                        throw new IllegalStateException("the ledger is down");
                    }
                    return "booked";
                }))
                .limit(EVENTS)
                .toList();
    }
}
