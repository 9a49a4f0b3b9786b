package dev.durahook.receiver.source;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator the key and the remedy instead of a stack trace. */
final class InvalidSourceFailureAnalyzer extends AbstractFailureAnalyzer<InvalidSourceException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidSourceException cause) {
        return new FailureAnalysis(
                "A webhook source is not declared as it has to be: " + cause.getMessage() + ".",
                "Correct the key " + cause.key() + " in the configuration and start again.",
                rootFailure);
    }
}
