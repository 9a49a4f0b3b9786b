package dev.durahook.workflows.handling;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Handles events of some types. The worker finds every bean of this type and runs it as an activity under a declared
 * policy; when the policy is exhausted, the event is parked.
 *
 * <p>A handler may run more than once for one event: a worker can die after the effect and before it has reported the
 * effect. {@link EventAttempt#idempotencyKey()} is the same each time.
 */
public interface EventHandler {

    /**
     * The handler's name, which the Web UI shows and after which its task queue is named. Keep the name when the class
     * is renamed, because running workflows contain it.
     */
    String name();

    /**
     * The event types that the handler takes, such as {@code github.push} or {@code github.*}. Of several handlers that
     * match a type, the most specific handlers run.
     */
    List<String> eventTypes();

    /** The name of the policy under which the handler runs, declared as {@code durahook.policies.<name>}. */
    default String policy() {
        return "default";
    }

    /**
     * How many attempts one worker makes at a time, 1 or more. Further attempts wait in the handler's task queue, and
     * other handlers do not wait for them.
     */
    default int concurrency() {
        return 50;
    }

    /**
     * Handles one event. The call may take as long as the policy's {@code start-to-close-timeout}; then its thread is
     * interrupted.
     *
     * @return what was done, in a sentence, for a person who looks at the event in the Web UI; cut after 2,000
     *     characters
     * @throws Exception any failure; the event is tried again as the policy says, unless its type is one of the
     *     policy's {@code non-retryable-error-types} or it is {@link Failures#refused}
     */
    @Nullable
    String handle(EventAttempt attempt) throws Exception;
}
