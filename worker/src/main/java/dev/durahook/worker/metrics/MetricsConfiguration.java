package dev.durahook.worker.metrics;

import io.temporal.client.WorkflowClient;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is measured beside what happens in this worker. */
@Configuration(proxyBeanMethods = false)
public class MetricsConfiguration {

    @Bean
    Background durahookMetricsBackground() {
        return new Background();
    }

    @Bean
    OldestEvent durahookOldestEvent(WorkflowClient client, WatchedQueues queues, Background background) {
        return new OldestEvent(client, queues.events(), InstantSource.system(), background);
    }

    @Bean
    Backlogs durahookBacklogs(WorkflowClient client, WatchedQueues queues, Background background) {
        return new Backlogs(client, queues.all(), background);
    }
}
