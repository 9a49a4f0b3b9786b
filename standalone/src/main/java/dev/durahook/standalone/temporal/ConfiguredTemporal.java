package dev.durahook.standalone.temporal;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/** The Temporal that somebody asked for. It is used even if it doesn't answer: the application recovers by itself. */
final class ConfiguredTemporal implements TemporalCandidate {

    static final String TARGET = "spring.temporal.connection.target";

    private static final String ADDRESS = "TEMPORAL_ADDRESS";
    // What a library supposes is nothing that anybody has asked for.
    private static final Set<String> DEFAULTS = Set.of("defaultProperties", "durahookTemporalDefaults");

    private final ConfigurableEnvironment environment;

    ConfiguredTemporal(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Optional<Temporal> find() {
        return target().map(target -> Temporal.lasting(target, null, "the one that is configured, " + target));
    }

    private Optional<String> target() {
        return value(TARGET).or(() -> value(ADDRESS));
    }

    private Optional<String> value(String key) {
        return environment.getPropertySources().stream()
                .filter(ConfiguredTemporal::isExplicit)
                .map(source -> source.getProperty(key))
                .filter(Objects::nonNull)
                .map(value -> environment.resolvePlaceholders(value.toString()))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static boolean isExplicit(PropertySource<?> source) {
        return !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source)
                && !DEFAULTS.contains(source.getName());
    }
}
