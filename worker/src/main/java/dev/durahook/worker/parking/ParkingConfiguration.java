package dev.durahook.worker.parking;

import dev.durahook.connection.metrics.BackgroundRefresh;
import dev.durahook.workflows.reading.EventDataConverter;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** How events are parked that can't be read, and how parked ones are found. */
@Configuration(proxyBeanMethods = false)
public class ParkingConfiguration {

    @Bean
    StatusAttribute durahookStatusAttribute(WorkflowClient client) {
        return new StatusAttribute(
                client.getWorkflowServiceStubs(), client.getOptions().getNamespace());
    }

    /** The last of all: it is around the application's own converter, however that was set. */
    @Bean
    @Order
    TemporalOptionsCustomizer<WorkflowClientOptions.Builder> durahookEventDataConverter() {
        return options -> options.setDataConverter(
                new EventDataConverter(options.validateAndBuildWithDefaults().getDataConverter()));
    }

    @Bean
    StatusWatch durahookStatusWatch(StatusAttribute status) {
        return new StatusWatch(status, StatusWatch.INTERVAL);
    }

    @Bean
    ParkedEvents durahookParkedEvents(StatusAttribute status) {
        return new ParkedEvents(status, new BackgroundRefresh());
    }
}
