package dev.durahook.worker.policy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Describes in two lines why an invalid policy has stopped the start: the key with its problem, and the remedy. */
final class InvalidPolicyFailureAnalyzer extends AbstractFailureAnalyzer<InvalidPolicyException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, InvalidPolicyException cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Correct the value, or leave the key out to have the default.", cause);
    }
}
