package dev.durahook.connection;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Has Spring Boot print the unknown key and the known groups of keys instead of a stack trace. */
final class UnknownKeyFailureAnalyzer extends AbstractFailureAnalyzer<UnknownKeyException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnknownKeyException cause) {
        String remedy = "Correct or remove the key. Known keys begin with "
                + UnknownKeys.GROUPS.stream().map("durahook."::concat).sorted().collect(Collectors.joining(", "))
                + "; docs/operations.md lists them.";
        return new FailureAnalysis(cause.getMessage() + ".", remedy, cause);
    }
}
