package dev.durahook.testing.processing;

import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.routing.EventPattern;
import dev.durahook.workflows.routing.RoutedHandler;
import io.temporal.common.metadata.POJOWorkflowImplMetadata;
import io.temporal.common.metadata.POJOWorkflowMethodMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The handlers, workflows and activities that a test's worker runs. */
record RegisteredCode(List<EventHandler> handlers, List<Class<?>> workflows, List<Object> activities) {

    RegisteredCode() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** The types of events and child workflows for which an author's workflow is registered. */
    Set<String> workflowTypes() {
        return workflows.stream()
                .flatMap(workflow -> POJOWorkflowImplMetadata.newInstance(workflow).getWorkflowMethods().stream())
                .map(POJOWorkflowMethodMetadata::getName)
                .collect(Collectors.toUnmodifiableSet());
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
