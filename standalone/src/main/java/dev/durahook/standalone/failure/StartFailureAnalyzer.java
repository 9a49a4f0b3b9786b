package dev.durahook.standalone.failure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Has Spring Boot print the failure and its remedy instead of a stack trace. */
final class StartFailureAnalyzer extends AbstractFailureAnalyzer<StartFailedException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StartFailedException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
