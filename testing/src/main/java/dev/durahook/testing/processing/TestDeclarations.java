package dev.durahook.testing.processing;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.parking.ParkingActivities;
import dev.durahook.workflows.policy.PolicyActivities;
import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlanActivities;
import dev.durahook.workflows.routing.PlannedStep;
import dev.durahook.workflows.routing.Routes;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives workflows the policies and plans that they ask for. They come from the declarations of the test, and from the
 * application's own configuration if the test reads that configuration.
 */
final class TestDeclarations implements PolicyActivities, ParkingActivities, PlanActivities {

    private static final String DEFAULT = "default";

    private final Map<String, RetryPolicy> policies = new ConcurrentHashMap<>();
    private @Nullable TestConfiguration configuration;
    private WorkerDeclarations configured = new Undeclared(new Routes(List.of(), List.of(), Set.of()));

    void declare(String name, TestPolicy policy) {
        policies.put(name, policy.declared());
    }

    void readFrom(TestConfiguration read) {
        configuration = read;
    }

    /**
     * Assigns events to handlers, routes and workflows, once all handlers and workflows are known.
     *
     * @param destinations the destinations that the test has asked for
     * @return all destinations to which events are sent
     */
    Set<String> begin(RegisteredCode registered, Set<String> destinations) {
        registered.checkHandlers();
        registered.checkActivities();
        if (configuration == null) {
            registered.checkWorkflows();
            configured = new Undeclared(new Routes(List.of(), registered.routes(), registered.workflowTypes()));
            return destinations;
        }
        configured = configuration.read(registered, policies::containsKey);
        for (String destination : destinations) {
            if (!configured.destinations().contains(destination)) {
                throw new IllegalStateException(remedyForDestination(destination));
            }
        }
        return configured.destinations();
    }

    /**
     * The names of the destinations whose events go to an activity on workers of the application's own. Known after
     * {@link #begin}.
     */
    Set<String> foreign() {
        return configured.foreign();
    }

    /** Returns a sentence that says what to do if no worker of the test serves a destination. */
    String remedyForDestination(String name) {
        return configuration == null
                ? "Ask for destination(\"" + name + "\") before the first event"
                : "The configuration has no destination '" + name + "'; it has " + configured.destinations();
    }

    @Override
    public RetryPolicy policy(String name, @Nullable String destination) {
        return destination == null
                ? policy(name)
                : configured
                        .policyOf(destination)
                        .map(own -> policy(own).withName(own))
                        .orElseGet(() -> policy(name));
    }

    // A test watches attempts by their activity, so all of them are made by the scheduled activity.
    private RetryPolicy policy(String name) {
        return Optional.ofNullable(policies.get(name))
                .or(() -> configured.policy(name))
                .map(RetryPolicy::withoutInlineAttempt)
                .orElseThrow(() -> ApplicationFailure.newNonRetryableFailure(
                        "The test has no policy '" + name + "': declare it with under(\"" + name + "\", ...)",
                        UNKNOWN_POLICY));
    }

    @Override
    public boolean statusAttributeRegistered() {
        return true;
    }

    @Override
    public Plan plan(WebhookEvent event, @Nullable RawValue body, @Nullable PlannedStep step, boolean mayTry) {
        return configured.plan(event, body);
    }

    /** Checks an event that the worker itself is about to send to a destination. Only for activities. */
    void check(String destination, WebhookEvent event, byte[] body) {
        configured.check(destination, event, body);
    }

    boolean mayTake(String eventType) {
        return configured.mayTake(eventType);
    }

    /** The declarations if no configuration was read: no routes, and one policy. */
    private record Undeclared(Routes routes) implements WorkerDeclarations {

        @Override
        public Optional<RetryPolicy> policy(String name) {
            return name.equals(DEFAULT) ? Optional.of(TestPolicy.shipped().declared()) : Optional.empty();
        }

        @Override
        public Optional<String> policyOf(String destination) {
            return Optional.empty();
        }

        @Override
        public Set<String> destinations() {
            return Set.of();
        }

        @Override
        public Set<String> foreign() {
            return Set.of();
        }

        @Override
        public boolean mayTake(String eventType) {
            return routes.mayTake(eventType);
        }

        @Override
        public Plan plan(WebhookEvent event, @Nullable RawValue body) {
            return new Plan(routes.choose(event, body).steps(), false);
        }

        // Nothing is known about the destination except its name.
        @Override
        public void check(String destination, WebhookEvent event, byte[] body) {}
    }
}
