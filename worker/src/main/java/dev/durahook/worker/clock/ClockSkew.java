package dev.durahook.worker.clock;

import dev.durahook.connection.watch.Throttle;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The difference between each clock and the server's, as the last event showed it. The receiver's clock matters most:
 * signed timestamps are compared with it, and most schemes tolerate 300 s.
 */
final class ClockSkew implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(ClockSkew.class);

    // Far longer than the way of an event takes, and far shorter than the tolerance of schemes.
    private static final Duration NOTABLE = Duration.ofSeconds(30);

    // An event that is started again by hand was received long ago, as if the receiver's clock were behind by this much
    // or more.
    private static final Duration RECEIVED_LONG_AGO = Duration.ofHours(-1);

    private static final Duration BETWEEN_WARNINGS = Duration.ofHours(1);

    private final Throttle<Clock> warnings;
    private final Map<Clock, Double> seconds = new EnumMap<>(Clock.class);
    private final Set<Clock> warnedOf = EnumSet.noneOf(Clock.class);

    ClockSkew(LongSupplier nanoTime) {
        this.warnings = new Throttle<>(BETWEEN_WARNINGS, nanoTime);
    }

    /** Records by how much a clock is ahead of the server's; negative if the clock is behind. */
    synchronized void observe(Clock clock, Duration ahead) {
        if (clock == Clock.RECEIVER && ahead.compareTo(RECEIVED_LONG_AGO) < 0) {
            return;
        }
        seconds.put(clock, ahead.toMillis() / 1000.0);
        if (ahead.abs().compareTo(NOTABLE) > 0) {
            warn(clock, ahead);
        } else if (warnedOf.remove(clock)) {
            LOG.info("The {}'s clock agrees with the Temporal server's again", clock.label());
        }
    }

    private void warn(Clock clock, Duration ahead) {
        if (warnings.allows(clock)) {
            warnedOf.add(clock);
            LOG.warn(
                    "The {}'s clock is {} s {} the Temporal server's. Signed timestamps that are off by more than a"
                            + " scheme tolerates, mostly 300 s, get 401: synchronise the clocks of all machines (NTP)",
                    clock.label(),
                    ahead.abs().toSeconds(),
                    ahead.isNegative() ? "behind" : "ahead of");
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Clock clock : Clock.values()) {
            Gauge.builder("durahook.clock.skew", () -> seconds(clock))
                    .description("By how much a clock is ahead of the Temporal server's, as the last event showed it;"
                            + " NaN before the first")
                    .baseUnit("seconds")
                    .tag("clock", clock.label())
                    .register(registry);
        }
    }

    private synchronized double seconds(Clock clock) {
        return seconds.getOrDefault(clock, Double.NaN);
    }
}
