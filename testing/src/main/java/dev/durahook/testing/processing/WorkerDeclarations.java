package dev.durahook.testing.processing;

import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.routing.Plan;
import java.util.Optional;
import java.util.Set;

/** The declarations of a configuration, for workflows that ask for them. */
interface WorkerDeclarations {

    Optional<RetryPolicy> policy(String name);

    /** The names of all destinations. */
    Set<String> destinations();

    Plan plan(String eventType);
}
