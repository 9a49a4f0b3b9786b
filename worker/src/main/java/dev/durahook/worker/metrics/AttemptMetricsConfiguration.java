package dev.durahook.worker.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Adds the interceptor that counts and times attempts. Must be imported last, so that a failure of another interceptor
 * counts as a failed attempt.
 */
@Configuration(proxyBeanMethods = false)
public class AttemptMetricsConfiguration {

    @Bean
    MeasuredAttempts durahookMeasuredAttempts(ObjectProvider<MeterRegistry> meters) {
        return new MeasuredAttempts(meters.getIfAvailable(() -> Metrics.globalRegistry));
    }
}
