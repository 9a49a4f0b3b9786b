package dev.durahook.worker.destination;

import dev.durahook.workflows.body.BodySource;
import dev.durahook.workflows.delivery.DeliveryActivities;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.time.InstantSource;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Creates the workers that deliver events to the {@code durahook.destinations}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AllDestinationsProperties.class)
public class DestinationConfiguration {

    @Bean
    Destinations durahookDestinations(Environment environment) {
        return Destinations.of(environment);
    }

    @Bean
    HttpClients durahookHttpClients(Destinations destinations, AllDestinationsProperties properties) {
        int idleConnections = destinations.all().stream()
                .mapToInt(destination -> destination.limits().concurrency())
                .sum();
        return new HttpClients(new OkHttpClient.Builder(), idleConnections, properties.blockPrivateNetworks());
    }

    @Bean
    DestinationWorkers durahookDestinationWorkers(
            Destinations destinations,
            HttpClients clients,
            ObjectProvider<BodySource> bodies,
            ObjectProvider<InstantSource> clock,
            ObjectProvider<MeterRegistry> meters) {
        InstantSource time = clock.getIfUnique(InstantSource::system);
        DeliveryActivities activities = new DestinationActivities(
                destinations.all().stream()
                        .collect(Collectors.toMap(
                                HttpDestination::name,
                                destination -> new HttpTransport(destination, clients.of(destination), time))),
                () -> bodies.getObject().current());
        return new DestinationWorkers(
                destinations,
                new MeasuredDestinations(
                        activities, destinations.names(), meters.getIfAvailable(() -> Metrics.globalRegistry)));
    }
}
