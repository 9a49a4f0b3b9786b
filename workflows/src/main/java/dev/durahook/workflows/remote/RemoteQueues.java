package dev.durahook.workflows.remote;

import dev.durahook.workflows.routing.EventPattern;
import dev.durahook.workflows.routing.Patterns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses the task queue of an event's workflow by the event's type, if the workflow belongs to other workers. A sender
 * chooses the types of its events, but only the operator chooses the task queues.
 */
public final class RemoteQueues {

    /** The group of keys under which workflows of other workers are declared. */
    public static final String GROUP = "durahook.workflows";

    private final List<RemoteQueue> all = new ArrayList<>();
    private final Patterns<RemoteQueue> owners = new Patterns<>();

    /**
     * Reads and checks declarations.
     *
     * @param declared the declarations, by the name below {@link #GROUP}
     * @throws InvalidRemoteWorkflowsException if a declaration is not valid, or two contradict each other
     */
    public RemoteQueues(Map<String, RemoteWorkflows> declared) {
        declared.forEach((name, workflows) -> add(RemoteDeclaration.read(name, workflows)));
    }

    private void add(RemoteQueue queue) {
        all.add(queue);
        queue.eventTypes().forEach(pattern -> claim(pattern, queue));
    }

    private void claim(EventPattern pattern, RemoteQueue queue) {
        owners.declaredFor(pattern).stream().findFirst().ifPresent(owner -> {
            throw new InvalidRemoteWorkflowsException(
                    queue.key("event-types"),
                    "lists '" + pattern.value() + "' "
                            + (owner.equals(queue) ? "twice" : "as " + owner.key("event-types") + " does")
                            + ": remove one of the two");
        });
        owners.add(pattern, queue);
    }

    /** The task queue for events of this type; empty if it is the source's. */
    public Optional<RemoteQueue> of(String eventType) {
        return owners.of(eventType).stream().findFirst();
    }

    /** All task queues, in the order of their declaration. */
    public List<RemoteQueue> all() {
        return List.copyOf(all);
    }
}
