package dev.durahook.worker.parking;

import dev.durahook.connection.metrics.Background;
import io.temporal.client.WorkflowClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How parked events are found. */
@Configuration(proxyBeanMethods = false)
public class ParkingConfiguration {

    @Bean
    StatusAttribute durahookStatusAttribute(WorkflowClient client) {
        return new StatusAttribute(
                client.getWorkflowServiceStubs(), client.getOptions().getNamespace());
    }

    @Bean
    StatusWatch durahookStatusWatch(StatusAttribute status) {
        return new StatusWatch(status, StatusWatch.INTERVAL);
    }

    @Bean
    ParkedEvents durahookParkedEvents(StatusAttribute status) {
        return new ParkedEvents(status, new Background());
    }
}
