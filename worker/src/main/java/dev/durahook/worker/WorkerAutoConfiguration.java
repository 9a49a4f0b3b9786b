package dev.durahook.worker;

import dev.durahook.connection.metrics.WatchedQueues;
import dev.durahook.worker.clock.ClockConfiguration;
import dev.durahook.worker.configuration.DeclaredRemoteQueues;
import dev.durahook.worker.configuration.RouteCheck;
import dev.durahook.worker.destination.DestinationConfiguration;
import dev.durahook.worker.destination.DestinationRouting;
import dev.durahook.worker.destination.DestinationTaskQueues;
import dev.durahook.worker.destination.DestinationWorkers;
import dev.durahook.worker.destination.Destinations;
import dev.durahook.worker.destination.activity.ActivityKindConfiguration;
import dev.durahook.worker.destination.http.HttpKindConfiguration;
import dev.durahook.worker.destination.workflow.WorkflowKindConfiguration;
import dev.durahook.worker.failure.FailureConfiguration;
import dev.durahook.worker.handling.HandlerQueues;
import dev.durahook.worker.handling.HandlerRouting;
import dev.durahook.worker.handling.HandlerWorkers;
import dev.durahook.worker.health.PollersHealth;
import dev.durahook.worker.inline.InlineConfiguration;
import dev.durahook.worker.logging.FailedAttempts;
import dev.durahook.worker.metrics.AttemptMetricsConfiguration;
import dev.durahook.worker.operations.OperationWorkers;
import dev.durahook.worker.operations.OperationsConfiguration;
import dev.durahook.worker.parking.ParkingConfiguration;
import dev.durahook.worker.parking.StatusAttribute;
import dev.durahook.worker.policy.DeclaredPolicies;
import dev.durahook.worker.policy.PolicyConfiguration;
import dev.durahook.worker.routing.RoutingConfiguration;
import dev.durahook.worker.routing.RoutingSummary;
import dev.durahook.worker.routing.ServedQueues;
import dev.durahook.worker.slots.EventWorkerOptions;
import dev.durahook.worker.slots.QueueSlots;
import dev.durahook.worker.slots.SlotsConfiguration;
import dev.durahook.workflows.ListFilters;
import dev.durahook.workflows.body.BodySource;
import dev.durahook.workflows.destination.InlineDestinationActivities;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.policy.PolicyActivities;
import dev.durahook.workflows.processing.DiscardInterceptor;
import dev.durahook.workflows.routing.PlanActivities;
import dev.durahook.workflows.size.SentPayloads;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import io.temporal.spring.boot.autoconfigure.RootNamespaceAutoConfiguration;
import io.temporal.spring.boot.autoconfigure.template.WorkersTemplate;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * Adds the worker to any Spring Boot application that depends on {@code durahook-worker}. Temporal's starter finds the
 * application's own workflows and activities; this class adds Durahook's to the same workers.
 */
@AutoConfiguration(after = RootNamespaceAutoConfiguration.class)
@EnableConfigurationProperties(WorkerProperties.Worker.class)
@Import({
    SlotsConfiguration.class,
    PolicyConfiguration.class,
    ParkingConfiguration.class,
    RoutingConfiguration.class,
    InlineConfiguration.class,
    DestinationConfiguration.class,
    HttpKindConfiguration.class,
    WorkflowKindConfiguration.class,
    ActivityKindConfiguration.class,
    ClockConfiguration.class,
    OperationsConfiguration.class,
    FailureConfiguration.class,
    AttemptMetricsConfiguration.class
})
public class WorkerAutoConfiguration {

    @Bean
    WorkerLifecycle durahookWorkerLifecycle(
            WorkersTemplate workers,
            WorkerProperties.Worker properties,
            WorkerActivities activities,
            Destinations declared,
            DestinationWorkers destinations,
            HandlerWorkers handlers,
            HandlerQueues handlerQueues,
            OperationWorkers operations,
            ObjectProvider<TemporalOptionsCustomizer<WorkerOptions.Builder>> customizers,
            StatusAttribute status,
            Environment environment) {
        // Creates the application's own workers first, so that the code below does not take their queues.
        workers.getWorkers();
        new SharedQueues(properties.taskQueues(), workers).check(declared);
        handlerQueues.check(workers);
        new RemoteWorkflowCheck(properties.taskQueues(), workers).check(DeclaredRemoteQueues.of(environment));
        WorkerFactory factory = workers.getWorkerFactory();
        operations.register(factory, properties.taskQueues());
        WorkerCustomizers customized =
                new WorkerCustomizers(customizers.orderedStream().toList());
        for (String taskQueue : properties.taskQueues()) {
            Worker worker = factory.tryGetWorker(taskQueue);
            activities.register(worker == null ? factory.newWorker(taskQueue, customized.options(taskQueue)) : worker);
        }
        destinations.register(factory);
        handlers.register(factory);
        return new WorkerLifecycle(
                factory, new Rehearsal(factory, properties.taskQueues()), status, properties.shutdownTimeout());
    }

    @Bean
    EventWorkerOptions durahookEventWorkerOptions(WorkerProperties.Worker properties) {
        return new EventWorkerOptions(properties.taskQueues());
    }

    @Bean
    ServedQueues durahookServedQueues(WorkerProperties.Worker properties) {
        return new ServedQueues(Set.copyOf(properties.taskQueues()));
    }

    @Bean
    WorkerActivities durahookWorkerActivities(
            PolicyActivities policies,
            PlanActivities plans,
            StatusAttribute status,
            InlineDestinationActivities destinations,
            ObjectProvider<EventHandler> handlers,
            BodySource bodies) {
        return new WorkerActivities(
                policies, plans, status, destinations, handlers.orderedStream().toList(), bodies);
    }

    @Bean
    HandlerQueues durahookHandlerQueues(WorkerProperties.Worker properties, ObjectProvider<EventHandler> handlers) {
        return RouteCheck.checked(() -> new HandlerQueues(
                properties.taskQueues(), handlers.orderedStream().toList()));
    }

    @Bean
    HandlerWorkers durahookHandlerWorkers(HandlerQueues queues, BodySource bodies, QueueSlots slots) {
        return new HandlerWorkers(queues, bodies, slots);
    }

    @Bean
    HandlerRouting durahookHandlerRouting(ObjectProvider<HandlerQueues> queues) {
        return new HandlerRouting(queues::getObject);
    }

    @Bean
    DestinationTaskQueues durahookDestinationTaskQueues(WorkerProperties.Worker properties, Destinations destinations) {
        return new DestinationTaskQueues(properties.taskQueues().get(0), destinations.names());
    }

    // Comes after PolicyConfiguration's interceptor, which knows a destination by the queue that workflows name.
    @Bean
    DestinationRouting durahookDestinationRouting(ObjectProvider<DestinationTaskQueues> queues) {
        return new DestinationRouting(queues::getObject);
    }

    @Bean
    @ConditionalOnEnabledHealthIndicator("pollers")
    PollersHealth pollersHealthIndicator(
            WorkersTemplate workers,
            WorkerLifecycle lifecycle,
            @Qualifier("durahookWatchedQueues") WatchedQueues queues) {
        return new PollersHealth(workers.getWorkerFactory(), queues.all(), lifecycle::isWorking, System::nanoTime);
    }

    @Bean
    WorkerReport durahookWorkerReport(
            WorkerProperties.Worker properties,
            DeclaredPolicies policies,
            Destinations destinations,
            RoutingSummary routing) {
        return new WorkerReport(properties, policies, destinations, routing);
    }

    @Bean
    DiscardInterceptor durahookDiscardInterceptor(SentPayloads payloads) {
        return new DiscardInterceptor(payloads);
    }

    @Bean
    WatchedQueues durahookWatchedQueues(
            WorkerProperties.Worker properties, DestinationTaskQueues destinations, HandlerQueues handlers) {
        return new WatchedQueues(
                Set.copyOf(properties.taskQueues()),
                Stream.concat(destinations.names().stream(), handlers.names().stream())
                        .collect(Collectors.toUnmodifiableSet()),
                ListFilters.AT_WORK);
    }

    // Only workers of the application's own poll these queues. Their backlog shows if none of these workers runs.
    @Bean
    WatchedQueues durahookActivityQueues(Destinations destinations) {
        return new WatchedQueues(Set.of(), destinations.taskQueues(), ListFilters.AT_WORK);
    }

    // Must come after FailureConfiguration's interceptor, so that it logs the failure that Temporal receives.
    @Bean
    FailedAttempts durahookFailedAttempts() {
        return new FailedAttempts();
    }
}
