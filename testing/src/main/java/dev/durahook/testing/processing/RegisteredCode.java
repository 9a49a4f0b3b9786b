package dev.durahook.testing.processing;

import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.registration.ActivityNames;
import dev.durahook.workflows.registration.HandlerRequirements;
import dev.durahook.workflows.registration.WorkflowSignatures;
import dev.durahook.workflows.routing.EventPattern;
import dev.durahook.workflows.routing.RoutedHandler;
import io.temporal.activity.DynamicActivity;
import io.temporal.common.metadata.POJOActivityImplMetadata;
import io.temporal.common.metadata.POJOWorkflowImplMetadata;
import io.temporal.common.metadata.POJOWorkflowMethodMetadata;
import io.temporal.worker.WorkflowImplementationOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The handlers, workflows and activities that a test's worker runs.
 *
 * @param workflows the classes of the workflows, with the options under which each runs
 */
record RegisteredCode(
        List<EventHandler> handlers, Map<Class<?>, WorkflowImplementationOptions> workflows, List<Object> activities) {

    RegisteredCode() {
        this(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
    }

    /** The types of events and child workflows for which an author's workflow is registered. */
    Set<String> workflowTypes() {
        return metadata()
                .flatMap(workflow -> workflow.getWorkflowMethods().stream())
                .map(POJOWorkflowMethodMetadata::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<POJOWorkflowImplMetadata> metadata() {
        return workflows.keySet().stream().map(POJOWorkflowImplMetadata::newInstance);
    }

    /**
     * Checks the workflows as the worker does at its start.
     *
     * @throws dev.durahook.workflows.routing.InvalidRoutesException if no event can start one of them
     */
    void checkWorkflows() {
        WorkflowSignatures.check(metadata().toList());
    }

    /**
     * Checks the handlers as the worker does at its start.
     *
     * @throws dev.durahook.workflows.routing.InvalidRoutesException if a handler lacks what a worker needs to know
     */
    void checkHandlers() {
        handlers.forEach(HandlerRequirements::check);
    }

    /**
     * Checks the names of activities as the worker does at its start.
     *
     * @throws dev.durahook.workflows.routing.InvalidRoutesException if an activity has the name of a handler
     */
    void checkActivities() {
        ActivityNames.check(
                activities.stream()
                        .filter(activity -> !(activity instanceof DynamicActivity))
                        .map(activity -> POJOActivityImplMetadata.newInstance(activity.getClass()))
                        .toList(),
                handlers);
    }

    /**
     * Whether a dynamic activity of the application takes the place of the handlers' activity: a worker can have only
     * one dynamic activity, and leaves it to the application if there is no handler.
     */
    boolean leavesHandlersOut() {
        return handlers.isEmpty() && activities.stream().anyMatch(DynamicActivity.class::isInstance);
    }

    /** The event types that each handler takes. */
    List<RoutedHandler> routes() {
        return handlers.stream().map(RegisteredCode::routed).toList();
    }

    private static RoutedHandler routed(EventHandler handler) {
        return new RoutedHandler(
                handler.name(),
                handler.eventTypes().stream().map(EventPattern::new).toList(),
                handler.policy());
    }
}
