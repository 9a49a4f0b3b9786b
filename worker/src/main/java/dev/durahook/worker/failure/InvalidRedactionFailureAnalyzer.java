package dev.durahook.worker.failure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a start that a redaction has stopped into two lines: the key, and the remedy. */
final class InvalidRedactionFailureAnalyzer extends AbstractFailureAnalyzer<InvalidRedactionException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, InvalidRedactionException cause) {
        return new FailureAnalysis(cause.getMessage(), "Correct the value, or leave the key out.", cause);
    }
}
