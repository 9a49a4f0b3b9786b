package dev.durahook.worker.configuration;

import io.temporal.worker.TypeAlreadyRegisteredException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains that two classes of an application are workflows, or activities, of one type. */
final class DuplicateTypeFailureAnalyzer extends AbstractFailureAnalyzer<TypeAlreadyRegisteredException> {

    // The SDK gives this name to workflows that take every type.
    private static final String DYNAMIC = "DynamicWorkflow";

    @Override
    protected FailureAnalysis analyze(Throwable failure, TypeAlreadyRegisteredException cause) {
        return DYNAMIC.equals(cause.getRegisteredTypeName()) ? ofDynamicWorkflow(cause) : ofTwoClasses(cause);
    }

    private static FailureAnalysis ofDynamicWorkflow(TypeAlreadyRegisteredException cause) {
        return new FailureAnalysis(
                "The application has a DynamicWorkflow on a task queue of events, where Durahook has one already, and"
                        + " Temporal allows a worker one.",
                "Put the class on another task queue, which durahook.worker.task-queues does not list.",
                cause);
    }

    private static FailureAnalysis ofTwoClasses(TypeAlreadyRegisteredException cause) {
        return new FailureAnalysis(
                "Two classes on one task queue are for the type '" + cause.getRegisteredTypeName() + "': "
                        + cause.getMessage(),
                "Remove one of the classes, or give one of them another name in @WorkflowMethod or @ActivityMethod.",
                cause);
    }
}
