package dev.durahook.connection.metrics;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.temporal.client.WorkflowClient;
import io.temporal.spring.boot.autoconfigure.RootNamespaceAutoConfiguration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/**
 * Adds metrics of the events and tasks that wait in the application's task queues: those of the receiver, the worker or
 * both.
 */
@AutoConfiguration(after = RootNamespaceAutoConfiguration.class)
@ConditionalOnBean(WorkflowClient.class)
public class EventMetricsAutoConfiguration {

    @Bean
    MeterBinder durahookWaitingEvents(WorkflowClient client, ObjectProvider<WatchedQueues> watched) {
        return registry -> {
            List<WatchedQueues> parts = watched.orderedStream().toList();
            BackgroundRefresh background = new BackgroundRefresh();
            WatchedQueues.atWork(parts)
                    .ifPresent(atWork ->
                            new OldestEventGauge(client, atWork, InstantSource.system(), background).bindTo(registry));
            new BacklogGauges(client, WatchedQueues.all(parts), background).bindTo(registry);
        };
    }
}
