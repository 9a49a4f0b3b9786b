package dev.durahook.worker.routing;

import dev.durahook.workflows.routing.InvalidRoutesException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a start that a route or a handler has stopped into two lines: which one, and the remedy. */
final class InvalidRoutesFailureAnalyzer extends AbstractFailureAnalyzer<InvalidRoutesException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, InvalidRoutesException cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Correct it. docs/operations.md tells how routes are chosen, under Routes.", cause);
    }
}
