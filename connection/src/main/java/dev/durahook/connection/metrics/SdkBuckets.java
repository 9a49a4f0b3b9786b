package dev.durahook.connection.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Sets the histogram buckets of the SDK's timers. The SDK asks for seventy buckets in each series, and has a series for
 * each event type and operation. These twelve reach from a fast answer of Temporal to a day of retries.
 */
final class SdkBuckets implements MeterFilter {

    private static final String PREFIX = "temporal_";
    private static final DistributionStatisticConfig BUCKETS = DistributionStatisticConfig.builder()
            .percentilesHistogram(false)
            .serviceLevelObjectives(Stream.of(
                            Duration.ofMillis(10),
                            Duration.ofMillis(50),
                            Duration.ofMillis(100),
                            Duration.ofMillis(250),
                            Duration.ofMillis(500),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(10),
                            Duration.ofMinutes(1),
                            Duration.ofMinutes(10),
                            Duration.ofHours(1),
                            Duration.ofDays(1))
                    .mapToDouble(Duration::toNanos)
                    .toArray())
            .build();

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return id.getName().startsWith(PREFIX) ? BUCKETS.merge(config) : config;
    }
}
