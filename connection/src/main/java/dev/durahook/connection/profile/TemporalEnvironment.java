package dev.durahook.connection.profile;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/**
 * Passes {@code TEMPORAL_ADDRESS} and {@code TEMPORAL_NAMESPACE} to the starter, as {@value #TARGET} and {@value
 * #NAMESPACE}. If no address is configured, it passes {@code 127.0.0.1:7233}. It also keeps the calls of Temporal out of
 * the log. Its property sources have the lowest precedence, so that the starter's own keys win wherever they are written.
 *
 * <p>An application that finds Temporal in its own way runs a post-processor after this one ({@link #ORDER}), asks
 * {@link #isConfigured} and adds its property source before {@value #DEFAULTS}.
 */
public final class TemporalEnvironment implements EnvironmentPostProcessor, Ordered {

    /** The starter's key for Temporal's address. */
    public static final String TARGET = "spring.temporal.connection.target";

    /** The starter's key for the namespace. */
    public static final String NAMESPACE = "spring.temporal.namespace";

    /** The name of the property source that holds the default address. */
    public static final String DEFAULTS = "durahookTemporalDefaults";

    /** Late enough that all configuration has been read, but with room for later post-processors. */
    public static final int ORDER = Ordered.LOWEST_PRECEDENCE - 100;

    /**
     * These loggers quote each call with the bodies of events, the first at level debug and with the API key, the second at
     * level trace.
     */
    private static final Map<String, Object> CALLS = Map.of(
            "logging.level.io.grpc.netty.shaded.io.grpc.netty.NettyClientHandler",
            "info",
            "logging.level.io.temporal.serviceclient.GrpcTracingInterceptor",
            "info");

    private static final String PROFILE = "durahookTemporalProfile";

    /**
     * Whether Temporal's address is set in the environment or in the configuration. The default address does not count.
     */
    public static boolean isConfigured(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(source -> !source.getName().equals(DEFAULTS))
                .filter(source -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
                .anyMatch(source -> source.containsProperty(TARGET));
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        TemporalProfile profile = TemporalProfileLoader.load(environment);
        MutablePropertySources sources = environment.getPropertySources();
        sources.addLast(new MapPropertySource(PROFILE, properties(profile)));
        sources.addLast(new MapPropertySource(DEFAULTS, Map.of(TARGET, ConnectionTarget.DEFAULT)));
        sources.addLast(new MapPropertySource("durahookLoggingDefaults", CALLS));
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    private static Map<String, Object> properties(TemporalProfile profile) {
        Map<String, Object> properties = new HashMap<>();
        if (profile.address() != null) {
            properties.put(TARGET, profile.address());
        }
        if (profile.namespace() != null) {
            properties.put(NAMESPACE, profile.namespace());
        }
        return properties;
    }
}
