package dev.durahook.workflows.handling;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Handles events of some types. The worker finds every bean of this type and runs it as an activity under a declared
 * policy; when the policy is exhausted, the event is parked.
 *
 * <p>It may run more than once for one event: a worker can die between the effect and the report of it. {@link
 * EventAttempt#idempotencyKey()} is the same each time.
 */
public interface EventHandler {

    /**
     * What the Web UI calls it. It is written into running workflows: keep it when the class is renamed. Its task queue is
     * named after it.
     */
    String name();

    /**
     * The event types it is for, such as {@code github.push} or {@code github.*}. Of several handlers that match a type,
     * the most specific ones run.
     */
    List<String> eventTypes();

    /** The policy it runs under, declared as {@code durahook.policies.<name>}. */
    default String policy() {
        return "default";
    }

    /**
     * How many attempts one worker makes at a time, 1 or more. Further ones wait in the handler's task queue, and no other
     * handler waits for them.
     */
    default int concurrency() {
        return 50;
    }

    /**
     * Handles one event. It may take as long as the policy's {@code start-to-close-timeout}; then its thread is
     * interrupted.
     *
     * @return what was done, in a sentence, for whoever looks at the event in the Web UI; cut after 2,000 characters
     * @throws Exception any failure; the event is tried again as the policy says, unless its type is one of the policy's
     *     {@code non-retryable-error-types} or it is {@link Failures#refused}
     */
    @Nullable
    String handle(EventAttempt attempt) throws Exception;
}
