package dev.durahook.worker.routing;

import dev.durahook.workflows.routing.InvalidRoutesException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Describes in two lines why an invalid route or handler has stopped the start: the route or handler with its problem,
 * and the remedy.
 */
final class InvalidRoutesFailureAnalyzer extends AbstractFailureAnalyzer<InvalidRoutesException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, InvalidRoutesException cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Correct it. docs/operations.md tells how routes are chosen, under Routes.", cause);
    }
}
