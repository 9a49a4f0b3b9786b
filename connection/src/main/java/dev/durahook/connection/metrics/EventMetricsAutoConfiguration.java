package dev.durahook.connection.metrics;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.temporal.client.WorkflowClient;
import io.temporal.spring.boot.autoconfigure.RootNamespaceAutoConfiguration;
import java.time.InstantSource;
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
        return registry -> WatchedQueues.union(watched.orderedStream().toList()).ifPresent(queues -> {
            BackgroundRefresh background = new BackgroundRefresh();
            new OldestEventGauge(client, queues, InstantSource.system(), background).bindTo(registry);
            new BacklogGauges(client, queues, background).bindTo(registry);
        });
    }
}
