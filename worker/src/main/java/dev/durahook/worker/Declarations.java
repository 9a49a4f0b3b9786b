package dev.durahook.worker;

import dev.durahook.connection.configuration.KnownKeys;
import dev.durahook.connection.configuration.UnknownGroups;
import dev.durahook.worker.configuration.RouteCheck;
import dev.durahook.worker.destination.DestinationTaskQueues;
import dev.durahook.worker.destination.Destinations;
import dev.durahook.worker.destination.activity.ActivityKind;
import dev.durahook.worker.destination.http.HttpKind;
import dev.durahook.worker.destination.kind.DestinationKind;
import dev.durahook.worker.destination.workflow.WorkflowKind;
import dev.durahook.worker.destination.workflow.namespace.NamespaceClients;
import dev.durahook.worker.handling.HandlerQueues;
import dev.durahook.worker.policy.DeclaredPolicies;
import dev.durahook.worker.routing.DeclaredPlans;
import dev.durahook.workflows.handling.EventHandler;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.core.env.Environment;

/**
 * The policies, destinations and plans that an application's configuration declares. For tests of applications: the
 * configuration is read and checked as at the start of a worker, but no worker runs.
 *
 * @param policies the policies under {@code durahook.policies}
 * @param destinations the destinations under {@code durahook.destinations}
 * @param plans the plan for each event type, made from {@code durahook.routes} and the handlers
 */
public record Declarations(DeclaredPolicies policies, Destinations destinations, DeclaredPlans plans) {

    /**
     * Reads and checks the configuration: the names of all groups of keys, the worker's own keys, and everything that is
     * declared under policies, destinations, routes and workflows. What depends on a Temporal server, on Spring's beans or
     * on the code of all workers is not checked.
     *
     * @param kinds the kinds of destinations that the application adds
     * @param handlers all handlers of the application
     * @param workflows all workflow classes of the application
     * @param isOtherPolicy tells whether there is a policy of this name that the configuration does not declare
     * @throws RuntimeException if what is checked would stop the start of the worker; the message names the key and the
     *     remedy
     */
    public static Declarations read(
            Environment environment,
            Collection<? extends DestinationKind<?>> kinds,
            Collection<? extends EventHandler> handlers,
            Collection<Class<?>> workflows,
            Predicate<String> isOtherPolicy) {
        UnknownGroups.check(environment);
        List<String> taskQueues = KnownKeys.bindEntry(
                        environment, WorkerProperties.GROUP, WorkerProperties.Worker.class, List.of())
                .orElseGet(() -> KnownKeys.defaults(WorkerProperties.Worker.class))
                .taskQueues();
        DeclaredPolicies policies = DeclaredPolicies.of(environment);
        Destinations destinations = destinations(environment, kinds);
        DeclaredPlans plans = DeclaredPlans.of(
                environment, destinations, isOtherPolicy.or(policies::isDeclared), handlers, workflows);
        RouteCheck.checked(() -> new HandlerQueues(taskQueues, handlers));
        new DestinationTaskQueues(taskQueues.get(0), destinations.names());
        return new Declarations(policies, destinations, plans);
    }

    // No event is sent, so the clock does not matter.
    private static Destinations destinations(Environment environment, Collection<? extends DestinationKind<?>> kinds) {
        try (HttpKind http = HttpKind.of(environment, InstantSource.system())) {
            List<DestinationKind<?>> all = new ArrayList<>(kinds);
            all.addAll(List.of(http, new WorkflowKind(noClients()), new ActivityKind()));
            return Destinations.of(environment, all);
        }
    }

    private static NamespaceClients noClients() {
        return new NamespaceClients(
                () -> {
                    throw noConnection();
                },
                () -> {
                    throw noConnection();
                });
    }

    private static IllegalStateException noConnection() {
        return new IllegalStateException("the configuration is only read");
    }
}
