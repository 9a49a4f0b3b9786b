package dev.durahook.connection;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Has Spring Boot print the problem and its remedy instead of a stack trace. */
final class InvalidConnectionFailureAnalyzer extends AbstractFailureAnalyzer<InvalidConnectionException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, InvalidConnectionException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
