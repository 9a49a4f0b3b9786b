package dev.durahook.connection.profile;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The Temporal CLI's environment variables. Values that {@code temporal-envconfig} reads differently from the CLI are
 * translated for it.
 */
final class TemporalVariables {

    static final String METADATA_PREFIX = "TEMPORAL_GRPC_META_";

    private static final String PREFIX = "TEMPORAL_";
    private static final Set<String> FLAGS = Set.of("TEMPORAL_TLS", "TEMPORAL_TLS_DISABLE_HOST_VERIFICATION");

    private final Map<String, String> values;

    private TemporalVariables(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads the process's environment. An empty variable counts as not set, because a Compose file passes a variable
     * that is not set as an empty one. Only an empty {@code TEMPORAL_GRPC_META_*} has a meaning: it removes the header.
     */
    static TemporalVariables of(ConfigurableEnvironment environment) {
        Map<String, String> values = new TreeMap<>();
        processEnvironment(environment).forEach((name, value) -> {
            if (name.startsWith(PREFIX) && (!isBlank(value) || name.startsWith(METADATA_PREFIX))) {
                values.put(name, FLAGS.contains(name) ? flag(name, value.toString()) : value.toString());
            }
        });
        return new TemporalVariables(values);
    }

    /** Whether a variable is set. */
    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value of a variable. */
    @Nullable
    String get(String name) {
        return values.get(name);
    }

    /** The variables that describe the connection, without those for headers. */
    Map<String, String> settings() {
        return select(name -> !name.startsWith(METADATA_PREFIX));
    }

    /** The variables that add or remove headers. */
    Map<String, String> metadata() {
        return select(name -> name.startsWith(METADATA_PREFIX));
    }

    private Map<String, String> select(Predicate<String> names) {
        Map<String, String> selected = new TreeMap<>(values);
        selected.keySet().removeIf(names.negate());
        return selected;
    }

    private static Map<String, Object> processEnvironment(ConfigurableEnvironment environment) {
        Object source =
                environment.getPropertySources().get(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        return source instanceof MapPropertySource map ? map.getSource() : Map.of();
    }

    private static boolean isBlank(@Nullable Object value) {
        return value == null || value.toString().isBlank();
    }

    // The CLI takes 1 and 0 as well; envconfig for Java would read "1" as false and switch TLS off.
    private static String flag(String name, String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> "true";
            case "false", "0" -> "false";
            default ->
                throw InvalidConfigurationException.ofKey(
                        name, "is neither true nor false", "Write true or false, or unset it.");
        };
    }
}
