package dev.durahook.worker.routing;

import dev.durahook.connection.server.PriorityCheck;
import dev.durahook.worker.destination.Destinations;
import dev.durahook.worker.policy.DeclaredPolicies;
import dev.durahook.workflows.body.BodySource;
import dev.durahook.workflows.body.StoredBody;
import dev.durahook.workflows.handling.EventHandler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.temporal.client.WorkflowClient;
import io.temporal.spring.boot.autoconfigure.template.WorkersTemplate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Turns {@code durahook.routes} and the application's handlers into plans for events. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RoutingProperties.class)
public class RoutingConfiguration {

    @Bean
    BodySource durahookBodySource(WorkflowClient client) {
        return new StoredBody(client);
    }

    @Bean
    DeclaredPlans durahookPlans(
            Environment environment,
            RoutingProperties properties,
            DeclaredPolicies policies,
            Destinations destinations,
            ObjectProvider<EventHandler> handlers,
            WorkersTemplate workers,
            ServedQueues served,
            ObjectProvider<MeterRegistry> meters) {
        return new DeclaredRoutes(destinations, policies::isDeclared)
                .plans(
                        environment,
                        properties,
                        handlers.orderedStream().toList(),
                        OwnWorkflows.of(workers, served),
                        meters.getIfAvailable(() -> Metrics.globalRegistry));
    }

    @Bean
    PriorityCheck durahookRoutePriorityCheck(RoutingProperties properties) {
        return new PriorityCheck(
                keys(properties, "priority", RouteProperties::priority),
                keys(properties, "fairness-key", RouteProperties::fairnessKey));
    }

    @Bean
    RoutingSummary durahookRoutingSummary(
            RoutingProperties properties,
            ObjectProvider<EventHandler> handlers,
            WorkersTemplate workers,
            ServedQueues served) {
        return new RoutingSummary(
                properties,
                handlers.orderedStream().toList(),
                OwnWorkflows.of(workers, served).types());
    }

    private static List<String> keys(
            RoutingProperties properties, String key, Function<RouteProperties, @Nullable Object> value) {
        return properties.routes().entrySet().stream()
                .filter(route -> value.apply(route.getValue()) != null)
                .map(route -> RoutingProperties.ROUTES + "." + route.getKey() + "." + key)
                .toList();
    }
}
