package dev.durahook.worker.failure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Describes in two lines why an invalid redaction value has stopped the start: the key with its problem, and the
 * remedy.
 */
final class InvalidRedactionFailureAnalyzer extends AbstractFailureAnalyzer<InvalidRedactionException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, InvalidRedactionException cause) {
        return new FailureAnalysis(cause.getMessage(), "Correct the value, or leave the key out.", cause);
    }
}
