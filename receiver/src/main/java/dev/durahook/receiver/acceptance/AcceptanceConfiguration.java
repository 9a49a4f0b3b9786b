package dev.durahook.receiver.acceptance;

import io.temporal.client.WorkflowClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the event store together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AcceptanceProperties.class)
public class AcceptanceConfiguration {

    @Bean
    EventStore eventStore(WorkflowClient client, AcceptanceProperties properties, AcceptanceThreads threads) {
        EventStore temporal = new TemporalEventStore(client, properties.timeout(), threads.timer());
        KnownEvents known = new KnownEvents(properties.knownEvents());
        // The client's back-off may sleep past its own deadline; the request does not wait for that.
        return new OncePerEvent(
                temporal, known, threads.callers(), properties.timeout().plusMillis(100), properties.lanes());
    }

    @Bean
    AcceptanceThreads acceptanceThreads(AcceptanceProperties properties) {
        return new AcceptanceThreads(properties.concurrency());
    }
}
