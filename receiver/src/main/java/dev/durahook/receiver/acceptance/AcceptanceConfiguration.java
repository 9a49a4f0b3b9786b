package dev.durahook.receiver.acceptance;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.receiver.acceptance.limit.Permits;
import dev.durahook.receiver.acceptance.start.EventStore;
import dev.durahook.receiver.acceptance.start.StartRefusals;
import dev.durahook.receiver.acceptance.start.TemporalEventStore;
import dev.durahook.workflows.EventConverterCheck;
import io.temporal.client.WorkflowClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares the beans that store events in Temporal. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AcceptanceProperties.class)
public class AcceptanceConfiguration {

    @Bean
    EventStore durahookEventStore(
            WorkflowClient client,
            AcceptanceProperties properties,
            AcceptanceThreads threads,
            KnownEvents known,
            Permits permits) {
        requireEvents(client);
        FirstBodies bodies = new FirstBodies(properties.knownEvents());
        return bodies.comparing(new OncePerEvent(
                bodies.noting(new TemporalEventStore(client, threads.timer())),
                known,
                permits,
                threads.callers(),
                properties.timeout(),
                properties.lanes()));
    }

    // Otherwise each delivery would be answered with 503.
    private static void requireEvents(WorkflowClient client) {
        EventConverterCheck.problem(client.getOptions().getDataConverter()).ifPresent(problem -> {
            throw new InvalidConfigurationException(problem, EventConverterCheck.REMEDY);
        });
    }

    @Bean
    AcceptanceThreads durahookAcceptanceThreads() {
        return new AcceptanceThreads();
    }

    @Bean
    Permits durahookAcceptancePermits(AcceptanceProperties properties) {
        return new Permits(properties.concurrency(), properties.timeout());
    }

    @Bean
    KnownEvents durahookKnownEvents(AcceptanceProperties properties) {
        return new KnownEvents(properties.knownEvents(), properties.knownEventsLifetime());
    }

    @Bean
    StartRefusals durahookStartRefusals() {
        return new StartRefusals();
    }
}
