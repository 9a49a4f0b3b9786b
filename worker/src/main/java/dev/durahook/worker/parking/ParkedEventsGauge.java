package dev.durahook.worker.parking;

import dev.durahook.connection.metrics.BackgroundRefresh;
import dev.durahook.connection.metrics.RefreshedValue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;

/**
 * The metric {@code durahook.events.parked}: the number of parked events of the namespace, as the visibility store
 * counts them. Every worker reports the count of the whole namespace, so take the maximum over the workers, not the
 * sum.
 */
final class ParkedEventsGauge implements MeterBinder {

    // A monitoring system may scrape every second, and each count is a query to Temporal.
    private static final Duration INTERVAL = Duration.ofSeconds(15);

    private final RefreshedValue<Long> count;

    ParkedEventsGauge(StatusAttribute status, BackgroundRefresh background) {
        this.count = background.atMostEvery(INTERVAL, status::countParked);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "durahook.events.parked",
                        () -> count.get().map(Long::doubleValue).orElse(Double.NaN))
                .description("Events of the namespace that wait for a decision; NaN while the number is unknown")
                .register(registry);
    }
}
