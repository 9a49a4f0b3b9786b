package dev.durahook.combined;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The defaults of {@link CombinedApplication} for Spring Boot's keys. An operator's values override them, and they
 * override the defaults of receiver and worker.
 */
// After the configuration files are read, and before the defaults of receiver and worker, which have no order.
@Order(0)
final class CombinedDefaults implements EnvironmentPostProcessor {

    private static final Map<String, Object> DEFAULTS = Map.of(
            // Senders must not see health and metrics, which name task queues and destinations.
            "management.server.port", "9000",
            // A process that can store events takes deliveries, even while a handler has lost its slots: the
            // events wait in Temporal, where another process may take them.
            "management.endpoint.health.group.readiness.include", "readinessState,temporal,sources,firstPoll",
            // For operators: the health of the workers, which readiness leaves out.
            "management.endpoint.health.group.worker.include", "pollers,slots",
            "management.endpoint.health.probes.enabled", "true");

    private static final Map<String, Object> ON_A_PORT_OF_ITS_OWN =
            Map.of("management.endpoint.health.show-details", "always");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (application.getAllSources().contains(CombinedApplication.class)) {
            environment.getPropertySources().addLast(new MapPropertySource("durahookCombinedDefaults", DEFAULTS));
            if (ManagementPortType.get(environment) == ManagementPortType.DIFFERENT) {
                environment
                        .getPropertySources()
                        .addLast(new MapPropertySource("durahookCombinedManagement", ON_A_PORT_OF_ITS_OWN));
            }
        }
    }
}
