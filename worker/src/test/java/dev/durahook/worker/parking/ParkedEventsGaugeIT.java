package dev.durahook.worker.parking;

import dev.durahook.connection.metrics.BackgroundRefresh;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

@RequiresTemporal
class ParkedEventsGaugeIT {

    @Test
    void areCountedUntilTheyEnd() {
        try (TemporalServer server =
                        TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
                ParkingLot lot = new ParkingLot(server.client())) {
            lot.deliver("shop:1");
            lot.deliver("shop:2");
            lot.deliver("shop:3");
            server.workflows().awaitCount("DurahookStatus = 'parked'", 3);
            server.client().newUntypedWorkflowStub("shop:3").terminate("by hand");
            server.workflows().awaitCount("DurahookStatus = 'parked' AND ExecutionStatus = 'Terminated'", 1);

            MeterRegistry meters = new SimpleMeterRegistry();
            new ParkedEventsGauge(new StatusAttribute(server.stubs(), "default"), new BackgroundRefresh())
                    .bindTo(meters);
            Gauge parked = meters.get("durahook.events.parked").gauge();
            // A read starts the count, and the next read returns it.
            Await.until("the events are counted", () -> parked.value() == 2);
        }
    }
}
