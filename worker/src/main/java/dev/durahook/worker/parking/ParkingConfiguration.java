package dev.durahook.worker.parking;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.connection.metrics.BackgroundRefresh;
import dev.durahook.connection.watch.PeriodicWatch;
import dev.durahook.workflows.EventConverterCheck;
import dev.durahook.workflows.reading.EventDataConverter;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.converter.DataConverter;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Beans that let the worker park events that can't be read, and that make parked events searchable and countable. */
@Configuration(proxyBeanMethods = false)
public class ParkingConfiguration {

    private static final Duration STATUS_INTERVAL = Duration.ofSeconds(30);

    @Bean
    StatusAttribute durahookStatusAttribute(WorkflowClient client) {
        return new StatusAttribute(
                client.getWorkflowServiceStubs(), client.getOptions().getNamespace());
    }

    /** Runs after all other customizers, so that it wraps the application's own data converter however that was set. */
    @Bean
    @Order
    TemporalOptionsCustomizer<WorkflowClientOptions.Builder> durahookEventDataConverter() {
        return options -> options.setDataConverter(
                wrapped(options.validateAndBuildWithDefaults().getDataConverter()));
    }

    private static DataConverter wrapped(DataConverter ofApplication) {
        EventConverterCheck.problem(ofApplication).ifPresent(problem -> {
            throw new InvalidConfigurationException(problem, EventConverterCheck.REMEDY);
        });
        return new EventDataConverter(ofApplication);
    }

    /** The database may be replaced, and an operator may remove or add the attribute. */
    @Bean
    PeriodicWatch durahookStatusWatch(StatusAttribute status) {
        // WorkerLifecycle makes the first check as soon as Temporal answers.
        return new PeriodicWatch("durahook-status-watch", STATUS_INTERVAL, status::ensureUsable);
    }

    @Bean
    ParkedEventsGauge durahookParkedEvents(StatusAttribute status) {
        return new ParkedEventsGauge(status, new BackgroundRefresh());
    }
}
