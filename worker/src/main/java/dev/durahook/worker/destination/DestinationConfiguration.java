package dev.durahook.worker.destination;

import dev.durahook.worker.destination.kind.DestinationKind;
import dev.durahook.worker.policy.DeclaredPolicies;
import dev.durahook.worker.slots.QueueSlots;
import dev.durahook.workflows.body.BodySource;
import dev.durahook.workflows.destination.DestinationActivities;
import dev.durahook.workflows.policy.PolicyActivities;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Creates the workers that send events to the {@code durahook.destinations}, of every kind that is a bean. */
@Configuration(proxyBeanMethods = false)
public class DestinationConfiguration {

    @Bean
    Destinations durahookDestinations(Environment environment, ObjectProvider<DestinationKind<?>> kinds) {
        return Destinations.of(environment, kinds.orderedStream().toList());
    }

    @Bean
    PolicyActivities durahookPolicyActivities(DeclaredPolicies policies, Destinations destinations) {
        return new DestinationPolicies(policies, destinations);
    }

    @Bean
    DestinationActivities durahookDestinationActivities(
            Destinations destinations, ObjectProvider<BodySource> bodies, ObjectProvider<MeterRegistry> meters) {
        DestinationActivities activities = new TransportActivities(
                destinations, event -> bodies.getObject().of(event));
        return new MeasuredDestinations(
                activities, destinations.names(), meters.getIfAvailable(() -> Metrics.globalRegistry));
    }

    @Bean
    DestinationWorkers durahookDestinationWorkers(
            Destinations destinations,
            DestinationActivities activities,
            DestinationTaskQueues queues,
            QueueSlots slots) {
        return new DestinationWorkers(destinations, activities, queues, slots);
    }
}
