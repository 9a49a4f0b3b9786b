package dev.durahook.connection.configuration;

import dev.durahook.connection.secret.InvalidTextException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * Explains which of Durahook's keys has stopped the start. The analyzer comes before Spring Boot's own ones, which quote
 * the value: under a misspelt key, or in the wrong group, the value may be a secret.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class InvalidKeyFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("durahook");
    private static final String DOCUMENTED = " docs/operations.md lists the keys and their values.";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, BindException cause) {
        if (!ROOT.equals(cause.getName()) && !ROOT.isAncestorOf(cause.getName())) {
            return null;
        }
        InvalidConfigurationException known = findCause(failure, InvalidConfigurationException.class);
        return known == null
                ? new FailureAnalysis(problem(cause), remedy(cause) + places(cause) + DOCUMENTED, cause)
                : new FailureAnalysis(String.valueOf(known.getMessage()), known.remedy(), cause);
    }

    private String problem(BindException failure) {
        if (failure.getCause() instanceof UnboundConfigurationPropertiesException unknown) {
            return KnownKeys.unknownIn(unknown) + " is not a known key.";
        }
        if (failure.getCause() instanceof BindValidationException invalid) {
            return invalid.getValidationErrors().getAllErrors().stream()
                    .map(InvalidKeyFailureAnalyzer::problem)
                    .collect(Collectors.joining(" "));
        }
        InvalidTextException text = findCause(failure, InvalidTextException.class);
        return failure.getName() + " "
                + (text == null ? "has an invalid value: " + PermittedValues.of(failure) : text.problem()) + ".";
    }

    private static String remedy(BindException failure) {
        return failure.getCause() instanceof UnboundConfigurationPropertiesException unknown
                ? "Check its spelling, and the group in which it is declared" + KnownKeys.listRemedy(unknown) + "."
                : "Correct the value.";
    }

    private static String places(BindException failure) {
        Stream<@Nullable ConfigurationProperty> properties =
                failure.getCause() instanceof UnboundConfigurationPropertiesException unknown
                        ? unknown.getUnboundProperties().stream()
                        : Stream.of(failure.getProperty());
        String places = KnownKeys.places(properties);
        return places.isEmpty() ? "" : " It is declared in " + places + ".";
    }

    private static String problem(ObjectError error) {
        String key = error instanceof FieldError field
                ? error.getObjectName() + "." + DataObjectPropertyName.toDashedForm(field.getField())
                : error.getObjectName();
        return key + " " + error.getDefaultMessage() + ".";
    }
}
