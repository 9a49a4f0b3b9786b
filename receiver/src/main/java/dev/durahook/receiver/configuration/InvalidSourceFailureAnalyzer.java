package dev.durahook.receiver.configuration;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports an invalid source at the start with its key and the remedy, instead of a stack trace. */
final class InvalidSourceFailureAnalyzer extends AbstractFailureAnalyzer<InvalidSourceException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidSourceException cause) {
        return new FailureAnalysis(
                "A webhook source is not configured correctly: " + cause.getMessage() + ".",
                "Correct the key " + cause.key() + " in the configuration and start again.",
                rootFailure);
    }
}
