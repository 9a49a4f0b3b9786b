package dev.durahook.worker.destination.kind;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.destination.DestinationReceipt;
import dev.durahook.workflows.routing.PlannedActivity;
import java.util.Optional;
import java.util.Set;

/**
 * Sends events to one destination. Must be thread-safe: as many threads as the destination's {@code concurrency} call one
 * transport at the same time.
 */
public interface Transport {

    /**
     * Sends an event once. Retries are Temporal's: an implementation must not repeat an attempt that may have had an
     * effect. A destination recognises a repeated attempt by the event's ID.
     *
     * @param body the event's exact body
     * @return what the destination answered, never null; the status is 0 if the kind has no HTTP status
     * @throws DestinationException if the destination did not accept the event, or if there was no answer
     * @throws Exception any other failure; its attempt is retried under the policy, as if a handler had failed
     */
    DestinationReceipt send(WebhookEvent event, byte[] body, Attempt attempt) throws Exception;

    /**
     * Checks an event without sending it, for tests of applications: a test has no network, and calls this method instead
     * of {@link #send}. Needs no connection.
     *
     * @param body the event's exact body
     * @throws DestinationException if no attempt can ever send this event, as {@link #send} would throw it
     */
    default void check(WebhookEvent event, byte[] body) throws DestinationException {}

    /** Describes the destination for the log, in a few words that hold no secret, such as its host. */
    String summary();

    /**
     * Returns the activity to which the events of a route go, on workers of the application's own. If there is one, the
     * workflow schedules this activity instead of calling {@link #send}.
     */
    default Optional<PlannedActivity> activity() {
        return Optional.empty();
    }

    /** Returns the workflow that this destination starts if it is missing. */
    default Optional<NewWorkflow> newWorkflow() {
        return Optional.empty();
    }

    /**
     * Returns the Temporal namespace that the destination declares; empty if it declares no namespace, or the
     * worker's own.
     */
    default Optional<String> namespace() {
        return Optional.empty();
    }

    /** Returns values that no {@link DestinationException} may show, such as a password. */
    default Set<String> hiddenValues() {
        return Set.of();
    }
}
