package dev.durahook.worker;

import dev.durahook.connection.configuration.KeysAutoConfiguration;
import io.temporal.spring.boot.autoconfigure.RootNamespaceAutoConfiguration;
import io.temporal.spring.boot.autoconfigure.ServiceStubsAutoConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ByteArrayResource;

/**
 * An application that only has the worker. No Temporal server listens at its address, so the workers wait in the
 * background.
 */
public final class WorkerContext {

    private WorkerContext() {}

    public static ApplicationContextRunner with(String... properties) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        ServiceStubsAutoConfiguration.class,
                        RootNamespaceAutoConfiguration.class,
                        WorkerAutoConfiguration.class,
                        KeysAutoConfiguration.class))
                .withPropertyValues(
                        "spring.temporal.connection.target=127.0.0.1:1",
                        "spring.temporal.start-workers=false",
                        "spring.temporal.workers-auto-discovery.enabled=true")
                .withPropertyValues(properties);
    }

    /** The same application with a configuration as an operator writes it. */
    public static ApplicationContextRunner withYaml(String yaml) {
        return with().withInitializer(context -> load(yaml, context.getEnvironment()));
    }

    private static void load(String yaml, ConfigurableEnvironment environment) {
        try {
            new YamlPropertySourceLoader()
                    .load("application.yml", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
                    .forEach(environment.getPropertySources()::addFirst);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
