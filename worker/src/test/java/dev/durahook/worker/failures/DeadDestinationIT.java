package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.fault.FaultProxy;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.worker.destination.CountingServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A destination that is down for a long time, and comes back. */
@RequiresTemporal
class DeadDestinationIT {

    private static final Logger LOG = LoggerFactory.getLogger(DeadDestinationIT.class);

    private static final int EVENTS = 200;
    private static final int RATE = 20;
    private static final Work NOT_HERE = attempt -> {
        throw new AssertionError("no handler takes it");
    };

    @Test
    void nothingIsLostAndTheDestinationIsNotFlooded() throws InterruptedException {
        try (TemporalServer server = TemporalServer.start();
                CountingServer crm = new CountingServer(Duration.ofMillis(5));
                FaultProxy way = FaultProxy.to(crm.target());
                RunningWorker worker = start(server, way.target())) {
            way.refuse();
            List<Event> events = Stream.generate(() -> worker.deliver("shop", NOT_HERE))
                    .limit(EVENTS)
                    .toList();
            // A quarter of an hour, at a sixtieth of the intervals that the shipped policy has.
            TimeUnit.SECONDS.sleep(15);
            Await.until(
                    "each event has failed more than once",
                    () -> events.stream().allMatch(event -> event.failedAttempts() > 1));
            assertThat(crm.requests()).isZero();
            way.heal();

            Await.until("all events are delivered", () -> crm.events() == EVENTS);
            assertThat(events).allSatisfy(event -> assertThat(event.result()).startsWith("crm answered 204"));
            LOG.info(
                    "At {} requests a second: peak {} in 1 s, {} in 5 s",
                    RATE,
                    crm.peak(Duration.ofSeconds(1)),
                    crm.peak(Duration.ofSeconds(5)));
            assertThat(crm.requests()).isEqualTo(EVENTS);
            // After a machine has stood still, the requests that wait in the ten slots come together. A flood would
            // be all requests within two seconds.
            assertThat(crm.peak(Duration.ofSeconds(1))).isLessThanOrEqualTo(4 * RATE);
            assertThat(crm.peak(Duration.ofSeconds(5))).isLessThanOrEqualTo(8 * RATE);
            assertThat(worker.failedWorkflowTasks()).isZero();
        }
    }

    private static RunningWorker start(TemporalServer server, String crm) {
        return RunningWorker.start(
                server,
                List.of(),
                "durahook.routes.all.event-types=shop.*",
                "durahook.routes.all.destinations=crm",
                "durahook.destinations.crm.url=http://" + crm + "/events",
                "durahook.destinations.crm.signature=none",
                "durahook.destinations.crm.request-timeout=1m",
                "durahook.destinations.crm.total-timeout=1m",
                "durahook.destinations.crm.requests-per-second=" + RATE,
                "durahook.destinations.crm.concurrency=10",
                "durahook.destinations.crm.policy=patient",
                "durahook.policies.patient.initial-interval=1s",
                "durahook.policies.patient.maximum-interval=10s",
                "durahook.policies.patient.maximum-attempts=0");
    }
}
