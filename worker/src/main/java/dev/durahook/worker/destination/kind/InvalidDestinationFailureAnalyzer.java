package dev.durahook.worker.destination.kind;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Describes in two lines why an invalid destination has stopped the start: the key with its problem, and the remedy.
 */
final class InvalidDestinationFailureAnalyzer extends AbstractFailureAnalyzer<InvalidDestinationException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, InvalidDestinationException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Correct the value. docs/operations.md lists the keys of a destination, under Destinations.",
                cause);
    }
}
