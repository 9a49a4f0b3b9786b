package dev.durahook.connection;

import dev.durahook.connection.outage.TemporalHealth;
import dev.durahook.connection.server.ServerWatch;
import io.temporal.client.WorkflowClient;
import org.springframework.beans.factory.ObjectProvider;
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
    HealthIndicator temporalHealthIndicator(WorkflowClient client, ObjectProvider<ServerWatch> watch) {
        return new TemporalHealth(client, System::nanoTime, () -> watch.ifAvailable(ServerWatch::lookNow));
    }
}
