package dev.durahook.worker.failure;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.connection.configuration.KnownKeys;
import dev.durahook.connection.secret.InvalidTextException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.handler.IgnoreTopLevelConverterNotFoundBindHandler;
import org.springframework.core.env.Environment;

/**
 * The values that no failure may show. Spring Boot does not bind these properties itself, so that a value that YAML
 * reads as a number can be refused: the hidden text would differ from the secret.
 *
 * @param redact values, such as the passwords that handlers use
 * @param redactFiles files that hold one such value each; they are read at the start
 */
@ConfigurationProperties(RedactionProperties.PREFIX)
record RedactionProperties(
        @DefaultValue List<String> redact, @DefaultValue List<Path> redactFiles) {

    static final String PREFIX = "durahook";

    /**
     * Reads the declared values.
     *
     * @throws InvalidConfigurationException if a value can't be read; the message names the key
     */
    static RedactionProperties of(Environment environment) {
        try {
            return Binder.get(environment)
                    .bind(
                            PREFIX,
                            Bindable.of(RedactionProperties.class),
                            KnownKeys.checked(new IgnoreTopLevelConverterNotFoundBindHandler()))
                    .orElseGet(() -> KnownKeys.defaults(RedactionProperties.class));
        } catch (BindException e) {
            String problem = e.getCause() instanceof InvalidTextException text
                    ? text.problem()
                    : "has an invalid value: list texts under redact, and paths under redact-files";
            throw DeclaredRedaction.invalid(e.getName().toString(), problem);
        }
    }

    @Override
    public String toString() {
        return redact.size() + " values and " + redactFiles.size() + " files";
    }
}
