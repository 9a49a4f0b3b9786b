package dev.durahook.worker.configuration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains a package in {@code spring.main.sources} that has no class. Spring Boot names neither the key nor the reason. */
final class InvalidSourceFailureAnalyzer extends AbstractFailureAnalyzer<IllegalArgumentException> {

    private static final String BEGINNING = "Invalid source '";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, IllegalArgumentException cause) {
        String message = String.valueOf(cause.getMessage());
        return message.startsWith(BEGINNING) && message.endsWith("'")
                ? new FailureAnalysis(
                        "spring.main.sources names '" + message.substring(BEGINNING.length(), message.length() - 1)
                                + "', and the class path has no class of this package.",
                        "Correct the package, or put the jar of your handlers into the folder that"
                                + " -Dloader.path names, which is /app/handlers in the images. Use a plain jar: the"
                                + " worker finds no class in an executable jar, which the spring-boot-maven-plugin"
                                + " makes.",
                        cause)
                : null;
    }
}
