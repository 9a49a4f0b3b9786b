package dev.durahook.receiver.source;

import dev.durahook.connection.configuration.KnownKeys;
import dev.durahook.connection.configuration.PermittedValues;
import dev.durahook.connection.secret.InvalidTextException;
import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.configuration.InvalidSourceException;
import dev.durahook.receiver.configuration.SourceKeys;
import dev.durahook.receiver.secret.SecretProperties;
import dev.durahook.receiver.signing.Verifiers;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/**
 * Reads {@code durahook.sources}; an unknown key stops the start.
 *
 * <p>{@code @EnableConfigurationProperties} is not used, because its messages quote the value of the wrong key. If the
 * key is {@code secret}, a typing mistake for {@code secrets}, that value is the secret.
 */
final class SourceBinding {

    private SourceBinding() {}

    /**
     * The declared sources by name, in the order of their declaration.
     *
     * @param verifiers the verifiers to which the sources' schemes can refer
     * @throws InvalidSourceException naming the key and the remedy
     */
    static Map<String, SourceProperties> of(Environment environment, Verifiers verifiers) {
        try {
            return binder(environment, verifiers)
                    .bind(
                            SourceKeys.ALL,
                            Bindable.mapOf(String.class, SourceProperties.class),
                            KnownKeys.strict(SecretProperties.class))
                    .orElseGet(Map::of);
        } catch (BindException e) {
            throw invalid(e);
        }
    }

    private static Binder binder(Environment environment, Verifiers verifiers) {
        return new Binder(
                ConfigurationPropertySources.get(environment),
                new PropertySourcesPlaceholdersResolver(environment),
                verifiers.conversion());
    }

    private static InvalidSourceException invalid(BindException e) {
        if (e.getCause() instanceof UnboundConfigurationPropertiesException unknown) {
            return new InvalidSourceException(
                    KnownKeys.unknownIn(unknown), "is not a known key: " + KnownKeys.remedyFor(unknown));
        }
        return new InvalidSourceException(e.getName().toString(), remedy(e));
    }

    private static String remedy(BindException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidRuleException invalid) {
                return invalid.problem();
            }
            if (cause instanceof InvalidTextException invalid) {
                return invalid.problem();
            }
        }
        return "has an invalid value: " + PermittedValues.of(e);
    }
}
