package dev.durahook.worker.configuration;

import io.temporal.worker.TypeAlreadyRegisteredException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains that two classes of an application are workflows, or activities, of one type. */
final class DuplicateTypeFailureAnalyzer extends AbstractFailureAnalyzer<TypeAlreadyRegisteredException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, TypeAlreadyRegisteredException cause) {
        return new FailureAnalysis(
                "Two classes on one task queue are for the type '" + cause.getRegisteredTypeName() + "': "
                        + cause.getMessage(),
                "Remove one of the classes, or give one of them another name in @WorkflowMethod or @ActivityMethod.",
                cause);
    }
}
