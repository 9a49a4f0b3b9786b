package dev.durahook.receiver.remote;

import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.source.Sources;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.remote.InvalidRemoteWorkflowsException;
import dev.durahook.workflows.remote.RemoteQueue;
import java.util.List;

/**
 * Compares the task queues of other workers with the sources. An event type of no source would be a spelling mistake, and
 * on a source's task queue Durahook's worker would take the tasks of the other workers.
 */
final class SourceCheck {

    private final Sources sources;

    SourceCheck(Sources sources) {
        this.sources = sources;
    }

    /**
     * Checks one of the task queues.
     *
     * @throws InvalidRemoteWorkflowsException if an event type is of no source, or the task queue is a source's
     */
    void check(RemoteQueue queue) {
        List<String> unknown =
                queue.withoutSource(sources.all().stream().map(Source::name).toList());
        if (!unknown.isEmpty()) {
            throw new InvalidRemoteWorkflowsException(
                    queue.key("event-types"),
                    "lists '" + unknown.get(0) + "', and no source has such events: begin the type with the name of a"
                            + " source under durahook.sources");
        }
        sources.all().stream()
                .filter(source -> TaskQueues.isPolledWith(queue.taskQueue(), source.taskQueue()))
                .findFirst()
                .ifPresent(source -> {
                    throw new InvalidRemoteWorkflowsException(
                            queue.key("task-queue"),
                            "is a task queue of the source " + source.name()
                                    + ", on which Durahook's worker takes every event: let the workers with the"
                                    + " workflows poll a task queue of their own");
                });
    }
}
