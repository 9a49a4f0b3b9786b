package dev.durahook.worker.handling;

import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.routing.InvalidRoutesException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The task queues that handlers run on: one for each handler and each task queue that the worker serves, such as {@code
 * durahook.handler.welcome-mail}. Temporal limits concurrency by the queue, so that a slow handler holds up no other.
 */
public final class HandlerQueues {

    // MySQL's column holds 255 bytes, and Temporal adds some of its own for the queue's partitions.
    private static final int MAX_BYTES = 200;

    private final Set<String> served;
    private final Map<String, EventHandler> handlers = new LinkedHashMap<>();

    /**
     * The queues of these handlers.
     *
     * @param served the task queues whose events the worker processes
     * @throws InvalidRoutesException if a handler can't have a queue; it says which, and why
     */
    public HandlerQueues(Collection<String> served, Collection<? extends EventHandler> handlers) {
        this.served = new LinkedHashSet<>(served);
        handlers.forEach(this::add);
    }

    private void add(EventHandler handler) {
        require(!handler.name().isBlank(), "a handler", "its name must not be empty");
        String by = "handler " + handler.name();
        require(handler.concurrency() > 0, by, "its concurrency must be 1 or more");
        for (String queue : served) {
            String name = name(queue, handler.name());
            require(
                    name.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES,
                    by,
                    "the name of its task queue, " + name + ", must not be longer than " + MAX_BYTES
                            + " bytes; give the handler a shorter name");
        }
        handlers.put(handler.name(), handler);
    }

    /** The queue of an activity that a workflow on another queue schedules; none if no handler of this worker has that name. */
    Optional<String> of(String queue, String activity) {
        return served.contains(queue) && handlers.containsKey(activity)
                ? Optional.of(name(queue, activity))
                : Optional.empty();
    }

    /** All names. */
    public Set<String> names() {
        return served.stream()
                .flatMap(queue -> handlers.keySet().stream().map(handler -> name(queue, handler)))
                .collect(Collectors.toUnmodifiableSet());
    }

    Collection<EventHandler> handlers() {
        return List.copyOf(handlers.values());
    }

    /** The queues of one handler. */
    List<String> of(EventHandler handler) {
        return served.stream().map(queue -> name(queue, handler.name())).toList();
    }

    private static String name(String queue, String handler) {
        return queue + ".handler." + handler;
    }

    private static void require(boolean holds, String by, String problem) {
        if (!holds) {
            throw new InvalidRoutesException(by, problem);
        }
    }
}
