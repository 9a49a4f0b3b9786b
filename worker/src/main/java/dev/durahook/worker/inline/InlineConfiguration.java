package dev.durahook.worker.inline;

import dev.durahook.connection.metrics.WatchedQueues;
import dev.durahook.worker.destination.DestinationTaskQueues;
import dev.durahook.worker.destination.Destinations;
import dev.durahook.worker.handling.HandlerQueues;
import dev.durahook.worker.policy.DeclaredPolicies;
import dev.durahook.worker.routing.DeclaredPlans;
import dev.durahook.worker.slots.QueueSlots;
import dev.durahook.workflows.body.BodySource;
import dev.durahook.workflows.destination.DestinationActivities;
import dev.durahook.workflows.destination.InlineDestinationActivities;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.handling.HandlerActivity;
import dev.durahook.workflows.routing.PlanActivities;
import io.temporal.spring.boot.autoconfigure.template.WorkersTemplate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** Makes plans, and first attempts inside workflow tasks. */
@Configuration(proxyBeanMethods = false)
public class InlineConfiguration {

    @Bean
    PlanActivities durahookPlanActivities(
            DeclaredPlans plans,
            DeclaredPolicies policies,
            ObjectProvider<EventHandler> handlers,
            BodySource bodies,
            DestinationActivities destinations,
            ObjectProvider<InlinePlaces> places) {
        return new PlannedEvents(
                plans, policies, new HandlerActivity(handlers.orderedStream().toList(), bodies), destinations, places);
    }

    @Bean
    InlineDestinationActivities durahookInlineDestinationActivities(DestinationActivities destinations) {
        return new InlineTransportActivities(destinations);
    }

    // The workers must exist, because their slots limit the places.
    @Bean
    @DependsOn("durahookWorkerLifecycle")
    InlinePlaces durahookInlinePlaces(
            Destinations destinations,
            DestinationTaskQueues destinationQueues,
            HandlerQueues handlers,
            QueueSlots slots,
            WorkersTemplate workers,
            @Qualifier("durahookWatchedQueues") WatchedQueues queues) {
        return new InlinePlaces(
                destinations,
                destinationQueues,
                handlers,
                slots,
                InlineLimit.of(workers.getWorkerFactory(), queues.events()));
    }
}
