package dev.durahook.connection;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start how an application gets a newer Spring Boot, or does without. */
final class UnsupportedSpringBootFailureAnalyzer extends AbstractFailureAnalyzer<UnsupportedSpringBootException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsupportedSpringBootException cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".",
                "Raise the version of spring-boot-starter-parent, or of the BOM spring-boot-dependencies. If the"
                        + " application has to stay with its Spring Boot, put the handlers into a jar of their own and run"
                        + " Durahook's worker with it: docs/add-an-event-type.md says how, under Run it.",
                cause);
    }
}
