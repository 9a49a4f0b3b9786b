package dev.durahook.worker;

import io.temporal.spring.boot.autoconfigure.RootNamespaceAutoConfiguration;
import io.temporal.spring.boot.autoconfigure.ServiceStubsAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** An application that only has the worker. Nobody answers at its address: the workers wait in the background. */
public final class WorkerContext {

    private WorkerContext() {}

    public static ApplicationContextRunner with(String... properties) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        ServiceStubsAutoConfiguration.class,
                        RootNamespaceAutoConfiguration.class,
                        WorkerAutoConfiguration.class))
                .withPropertyValues(
                        "spring.temporal.connection.target=127.0.0.1:1",
                        "spring.temporal.start-workers=false",
                        "spring.temporal.workers-auto-discovery.enabled=true")
                .withPropertyValues(properties);
    }
}
