package dev.durahook.standalone;

import dev.durahook.standalone.storage.DataDirectory;
import dev.durahook.standalone.storage.GithubSecret;
import dev.durahook.standalone.temporal.Temporal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Finds a Temporal and the secret for GitHub after the configuration has been read and before the context is created,
 * because Temporal's starter makes its beans only if a target is configured.
 *
 * <p>The listener declares no order, so it runs after Spring Boot's listeners, which read the configuration and set up
 * the log.
 */
final class LocalSetupListener implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(LocalSetupListener.class);

    private @Nullable LocalSetup found;

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        StandaloneProperties properties = bind(environment);
        DataDirectory directory = properties.directory();
        GithubSecret secret = GithubSecret.of(environment, directory);
        Temporal temporal = TemporalCandidates.of(
                        environment, directory, properties.ports(), SpringApplication.getShutdownHandlers()::add)
                .first();
        log(temporal);
        found = new LocalSetup(temporal, secret);
        publish(environment, found);
    }

    /** The Temporal and the secret that were found. */
    LocalSetup found() {
        if (found == null) {
            throw new IllegalStateException("the environment has not been prepared yet");
        }
        return found;
    }

    private static StandaloneProperties bind(ConfigurableEnvironment environment) {
        return Binder.get(environment)
                .bindOrCreate(
                        "durahook.standalone",
                        Bindable.of(StandaloneProperties.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT));
    }

    private static void log(Temporal temporal) {
        if (temporal.lasting()) {
            LOG.info("Temporal: {}", temporal.description());
        } else {
            LOG.warn("Temporal: {}", temporal.description());
        }
    }

    // Overrides no configuration: a configured target is published unchanged, and a configured secret not at all.
    private static void publish(ConfigurableEnvironment environment, LocalSetup setup) {
        Map<String, Object> properties = new HashMap<>(setup.githubSecret().properties());
        properties.put("spring.temporal.connection.target", setup.temporal().target());
        environment
                .getPropertySources()
                .addAfter(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource("durahookLocalSetup", properties));
    }
}
