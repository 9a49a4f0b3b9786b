package dev.durahook.worker.handling;

import dev.durahook.worker.configuration.RouteCheck;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.registration.ActivityNames;
import dev.durahook.workflows.registration.HandlerRequirements;
import dev.durahook.workflows.routing.InvalidRoutesException;
import io.temporal.common.metadata.POJOActivityImplMetadata;
import io.temporal.spring.boot.autoconfigure.template.WorkersTemplate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The task queues of the handlers: one for each pair of a handler and a task queue that the worker serves, such as
 * {@code durahook.handler.welcome-mail}. Temporal limits concurrency by task queue, so with a queue of its own a slow
 * handler does not delay another handler.
 */
public final class HandlerQueues {

    private final Set<String> served;
    private final Map<String, EventHandler> handlers = new LinkedHashMap<>();

    /**
     * Names the queues of these handlers.
     *
     * @param served the task queues whose events the worker processes
     * @throws InvalidRoutesException if a handler can't have a queue; the message names the handler and the reason
     */
    public HandlerQueues(Collection<String> served, Collection<? extends EventHandler> handlers) {
        this.served = new LinkedHashSet<>(served);
        handlers.forEach(this::add);
    }

    private void add(EventHandler handler) {
        HandlerRequirements.check(handler);
        String by = "handler " + handler.name();
        for (String queue : served) {
            String name = TaskQueues.ofHandler(queue, handler.name());
            require(
                    !TaskQueues.isTooLong(name),
                    by,
                    "the name of its task queue, " + name + ", must not be longer than " + TaskQueues.LONGEST_NAME
                            + " bytes; give the handler a shorter name");
        }
        handlers.put(handler.name(), handler);
    }

    /**
     * Checks that no activity of the application on a served task queue has the name of a handler.
     *
     * @param workers the application's own workflows and activities
     * @throws dev.durahook.connection.configuration.InvalidConfigurationException if an activity has the name of a
     *     handler
     */
    public void check(WorkersTemplate workers) {
        List<POJOActivityImplMetadata> activities = workers.getRegisteredInfo().entrySet().stream()
                .filter(queue -> served.contains(queue.getKey()))
                .flatMap(queue -> queue.getValue().getRegisteredActivityInfo().stream())
                .flatMap(activity -> Stream.ofNullable(activity.getMetadata()))
                .toList();
        RouteCheck.check(() -> ActivityNames.check(activities, handlers.values()));
    }

    /**
     * Returns the handler's queue for an activity that a workflow on another queue schedules; empty if this worker has
     * no handler of that name or does not serve the workflow's queue.
     */
    public Optional<String> of(String queue, String activity) {
        return served.contains(queue) && handlers.containsKey(activity)
                ? Optional.of(TaskQueues.ofHandler(queue, activity))
                : Optional.empty();
    }

    /** Returns the names of all queues. */
    public Set<String> names() {
        return served.stream()
                .flatMap(queue -> handlers.keySet().stream().map(handler -> TaskQueues.ofHandler(queue, handler)))
                .collect(Collectors.toUnmodifiableSet());
    }

    Collection<EventHandler> handlers() {
        return List.copyOf(handlers.values());
    }

    List<String> of(EventHandler handler) {
        return served.stream()
                .map(queue -> TaskQueues.ofHandler(queue, handler.name()))
                .toList();
    }

    private static void require(boolean holds, String by, String problem) {
        if (!holds) {
            throw new InvalidRoutesException(by, problem);
        }
    }
}
