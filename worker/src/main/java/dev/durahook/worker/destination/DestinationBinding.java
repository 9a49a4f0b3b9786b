package dev.durahook.worker.destination;

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
     * @throws InvalidDestinationException if a key is unknown or a value can't be read
     */
    static Map<String, HttpDestinationProperties> of(Environment environment) {
        try {
            return KnownKeys.bind(environment, KEY, HttpDestinationProperties.class);
        } catch (BindException e) {
            throw invalid(e);
        }
    }

    private static InvalidDestinationException invalid(BindException e) {
        if (e.getCause() instanceof InvalidTextException text) {
            return new InvalidDestinationException(e.getName().toString(), text.problem());
        }
        return e.getCause() instanceof UnboundConfigurationPropertiesException unknown
                ? new InvalidDestinationException(keys(unknown), "is no key of a destination: is it misspelt?")
                : new InvalidDestinationException(
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
