package dev.durahook.worker;

import dev.durahook.worker.destination.Destinations;
import dev.durahook.worker.destination.kind.DeclaredDestination;
import io.temporal.common.metadata.POJOActivityMethodMetadata;
import io.temporal.common.metadata.POJOWorkflowMethodMetadata;
import io.temporal.spring.boot.autoconfigure.template.WorkersTemplate;
import io.temporal.spring.boot.autoconfigure.template.WorkersTemplate.RegisteredInfo;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses a destination whose code is expected on a task queue of this worker, if this worker does not have the code.
 * On a shared task queue, this worker would take tasks of the worker that has the code: this worker fails an unknown
 * activity, and runs its default workflow in place of an unknown workflow.
 */
final class SharedQueues {

    private final Collection<String> served;
    private final Collection<RegisteredInfo> registered;
    private final String namespace;

    /**
     * Knows the code of this worker.
     *
     * @param served the task queues that this worker serves
     * @param workers the application's own workflows and activities
     */
    SharedQueues(Collection<String> served, WorkersTemplate workers) {
        this.served = served;
        this.registered = workers.getRegisteredInfo().values();
        this.namespace =
                workers.getWorkerFactory().getWorkflowClient().getOptions().getNamespace();
    }

    /**
     * Checks all destinations.
     *
     * @throws dev.durahook.connection.configuration.InvalidConfigurationException if a destination's task queue is
     *     refused
     */
    void check(Destinations destinations) {
        Set<String> activities = activities();
        Set<String> workflows = workflows();
        for (String name : destinations.names()) {
            destinations
                    .activityOf(name)
                    .filter(activity -> served.contains(activity.taskQueue()) && !activities.contains(activity.type()))
                    .ifPresent(activity -> refuse(name, "such activity"));
            destinations
                    .newWorkflowOf(name)
                    .filter(workflow -> isHere(destinations.namespaceOf(name)))
                    .filter(workflow -> served.contains(workflow.taskQueue()) && !workflows.contains(workflow.type()))
                    .ifPresent(workflow -> refuse(name, "workflow of this type"));
        }
    }

    // Task queues of the same name in two namespaces have nothing in common.
    private boolean isHere(Optional<String> declared) {
        return declared.filter(other -> !other.equals(namespace)).isEmpty();
    }

    private static void refuse(String destination, String missing) {
        throw DeclaredDestination.invalidKey(
                DeclaredDestination.key(destination, "task-queue"),
                "is a task queue of this worker, which has no " + missing
                        + ": let the worker that has it poll a task queue of its own");
    }

    private Set<String> activities() {
        return registered.stream()
                .flatMap(queue -> queue.getRegisteredActivityInfo().stream())
                .flatMap(activity -> Stream.ofNullable(activity.getMetadata()))
                .flatMap(activity -> activity.getActivityMethods().stream())
                .map(POJOActivityMethodMetadata::getActivityTypeName)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<String> workflows() {
        return registered.stream()
                .flatMap(queue -> queue.getRegisteredWorkflowInfo().stream())
                .flatMap(workflow -> Stream.ofNullable(workflow.getMetadata()))
                .flatMap(workflow -> workflow.getWorkflowMethods().stream())
                .map(POJOWorkflowMethodMetadata::getName)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }
}
