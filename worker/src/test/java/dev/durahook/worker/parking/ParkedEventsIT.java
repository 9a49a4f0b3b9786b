package dev.durahook.worker.parking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.RequiresTemporal;
import dev.durahook.testsupport.TemporalServer;
import dev.durahook.testsupport.TemporalServerOptions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

@RequiresTemporal
class ParkedEventsIT {

    @Test
    void areCounted() {
        try (TemporalServer server = TemporalServer.start(
                        TemporalServerOptions.inMemory().withSearchAttribute("DurahookStatus", "Keyword"));
                ParkingLot lot = new ParkingLot(server.client())) {
            lot.deliver("shop:1");
            lot.deliver("shop:2");
            server.workflows().awaitCount("DurahookStatus = 'parked'", 2);

            MeterRegistry meters = new SimpleMeterRegistry();
            new ParkedEvents(new StatusAttribute(server.stubs(), "default")).bindTo(meters);
            assertThat(meters.get("durahook.events.parked").gauge().value()).isEqualTo(2);
        }
    }
}
