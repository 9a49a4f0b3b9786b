package dev.durahook.connection;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a start that was stopped by a bad value into two lines: the key, and the remedy. */
final class InvalidConnectionFailureAnalyzer extends AbstractFailureAnalyzer<InvalidConnectionException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, InvalidConnectionException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
