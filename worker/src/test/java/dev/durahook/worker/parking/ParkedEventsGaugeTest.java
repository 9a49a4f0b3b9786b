package dev.durahook.worker.parking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.connection.metrics.BackgroundRefresh;
import dev.durahook.testsupport.Await;
import io.grpc.Status;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class ParkedEventsGaugeTest {

    @Test
    void gaugeIsTheCountOfTheNamespace() {
        try (RefusingFrontend frontend = new RefusingFrontend()) {
            frontend.count = Status.OK;
            frontend.parked = 2;
            Gauge parked = gauge(frontend);
            // A read starts the count, and the next read returns it.
            Await.until("the events are counted", () -> parked.value() == 2);
        }
    }

    @Test
    void gaugeIsNotANumberBeforeTheFirstCount() {
        try (RefusingFrontend frontend = new RefusingFrontend()) {
            assertThat(gauge(frontend).value()).isNaN();
        }
    }

    private static Gauge gauge(RefusingFrontend frontend) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        new ParkedEventsGauge(new StatusAttribute(frontend.stubs(), "shop"), new BackgroundRefresh()).bindTo(meters);
        return meters.get("durahook.events.parked").gauge();
    }
}
