package dev.durahook.connection;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start what to do about an unknown key. */
final class UnknownKeyFailureAnalyzer extends AbstractFailureAnalyzer<UnknownKeyException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnknownKeyException cause) {
        String remedy = "Correct or remove it. The keys begin with "
                + UnknownKeys.GROUPS.stream().map("durahook."::concat).sorted().collect(Collectors.joining(", "))
                + "; docs/operations.md lists them.";
        return new FailureAnalysis(cause.getMessage() + ".", remedy, cause);
    }
}
