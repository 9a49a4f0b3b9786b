package dev.durahook.worker.parking;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;

/**
 * How many events are parked, as the namespace's visibility store has it. Every worker counts all of them, so take the
 * greatest, not the sum.
 */
final class ParkedEvents implements MeterBinder {

    // Somebody may scrape every second, and each count is a query.
    private static final long MAX_AGE = Duration.ofSeconds(15).toNanos();

    private final StatusAttribute status;
    private double count = Double.NaN;
    private long countedAt = System.nanoTime() - MAX_AGE;

    ParkedEvents(StatusAttribute status) {
        this.status = status;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("durahook.events.parked", this, ParkedEvents::count)
                .description("Events of the namespace that wait for a decision; NaN while it can't be known")
                .register(registry);
    }

    private synchronized double count() {
        if (System.nanoTime() - countedAt >= MAX_AGE) {
            countedAt = System.nanoTime();
            count = status.countParked();
        }
        return count;
    }
}
