package dev.durahook.connection;

import io.temporal.client.WorkflowClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Adds Temporal to the application's health, as the component {@code temporal}. */
@AutoConfiguration(after = ConnectionAutoConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnEnabledHealthIndicator("temporal")
public class ConnectionHealthAutoConfiguration {

    @Bean
    HealthIndicator temporalHealthIndicator(WorkflowClient client) {
        return new TemporalHealth(client, System::nanoTime);
    }
}
