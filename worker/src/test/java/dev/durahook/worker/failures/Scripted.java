package dev.durahook.worker.failures;

import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A handler whose behaviour for each event is defined by a test.
 *
 * @param policy the policy under which the handler runs; the types of its events begin with the policy's name
 * @param events the events by their IDs
 */
record Scripted(String policy, Map<String, Event> events) implements EventHandler {

    @Override
    public String name() {
        return "handle-" + policy;
    }

    @Override
    public List<String> eventTypes() {
        return List.of(policy + ".*");
    }

    @Override
    public @Nullable String handle(EventAttempt attempt) throws Exception {
        return events.get(attempt.event().id()).handle(attempt);
    }
}
