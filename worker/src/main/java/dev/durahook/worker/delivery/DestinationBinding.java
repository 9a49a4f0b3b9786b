package dev.durahook.worker.delivery;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.connection.secret.InvalidTextException;
import dev.durahook.worker.configuration.KnownKeys;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.core.env.Environment;

/**
 * Reads {@code durahook.destinations}. Spring Boot does not bind these properties itself, because its messages quote
 * the value of an invalid key: if a key is misspelt, a secret would appear in the log.
 */
final class DestinationBinding {

    static final String KEY = "durahook.destinations";

    private DestinationBinding() {}

    /**
     * Returns the declared destinations by name.
     *
     * @throws InvalidConfigurationException if a key is unknown or a value can't be read
     */
    static Map<String, DestinationProperties> of(Environment environment) {
        try {
            return KnownKeys.bind(environment, KEY, DestinationProperties.class);
        } catch (BindException e) {
            throw invalid(e);
        }
    }

    /** Says what is wrong with a key of a destination, and where the keys are listed. */
    static InvalidConfigurationException invalid(String key, String problem) {
        return InvalidConfigurationException.ofKey(
                key,
                problem,
                "Correct the value. docs/operations.md lists the keys of a destination, under Destinations.");
    }

    private static InvalidConfigurationException invalid(BindException e) {
        if (e.getCause() instanceof InvalidTextException text) {
            return invalid(e.getName().toString(), text.problem());
        }
        return e.getCause() instanceof UnboundConfigurationPropertiesException unknown
                ? invalid(keys(unknown), "is no key of a destination: is it misspelt?")
                : invalid(
                        e.getName().toString(),
                        "has a value of another form: it must be of type "
                                + e.getTarget().getType());
    }

    private static String keys(UnboundConfigurationPropertiesException unknown) {
        return unknown.getUnboundProperties().stream()
                .map(property -> property.getName().toString())
                .collect(Collectors.joining(", "));
    }
}
