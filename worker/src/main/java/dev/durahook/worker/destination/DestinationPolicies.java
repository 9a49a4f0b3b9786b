package dev.durahook.worker.destination;

import dev.durahook.worker.policy.DeclaredPolicies;
import dev.durahook.workflows.policy.PolicyActivities;
import dev.durahook.workflows.policy.RetryPolicy;
import org.jspecify.annotations.Nullable;

/** Answers workflows that ask for a policy by its name, or for the policy of a destination. */
record DestinationPolicies(DeclaredPolicies policies, Destinations destinations) implements PolicyActivities {

    @Override
    public RetryPolicy policy(String name, @Nullable String destination) {
        return destination == null
                ? policies.policy(name)
                : destinations
                        .policyOf(destination)
                        .map(declared -> policies.policy(declared).withName(declared))
                        .orElseGet(() -> policies.policy(name));
    }
}
