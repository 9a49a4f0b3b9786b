package dev.durahook.connection;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start what to do about an unknown key. */
final class UnknownKeyFailureAnalyzer extends AbstractFailureAnalyzer<UnknownKeyException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnknownKeyException cause) {
        String remedy = "Correct or remove it. The keys begin with durahook.sources, durahook.acceptance,"
                + " durahook.policies, durahook.destinations, durahook.delivery, durahook.worker or durahook.standalone; docs/operations.md lists them.";
        return new FailureAnalysis(cause.getMessage() + ".", remedy, cause);
    }
}
