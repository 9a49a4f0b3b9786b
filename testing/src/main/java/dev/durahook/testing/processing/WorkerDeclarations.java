package dev.durahook.testing.processing;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.routing.Plan;
import io.temporal.common.converter.RawValue;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The declarations of a configuration, for workflows that ask for them. */
interface WorkerDeclarations {

    Optional<RetryPolicy> policy(String name);

    /** The name of the policy of a destination; empty if there is no destination of this name. */
    Optional<String> policyOf(String destination);

    /** The names of all destinations. */
    Set<String> destinations();

    /** The names of the destinations whose events go to an activity on workers of the application's own. */
    Set<String> foreign();

    /** Whether a route or a handler is for this event type. */
    boolean mayTake(String eventType);

    /**
     * The plan for an event.
     *
     * @param body the event's body; null if it is not known
     */
    Plan plan(WebhookEvent event, @Nullable RawValue body);

    /**
     * Checks an event that the worker itself is about to send to a destination. Only for activities.
     *
     * @throws io.temporal.failure.ApplicationFailure if the declared destination can never send this event
     */
    void check(String destination, WebhookEvent event, byte[] body);
}
