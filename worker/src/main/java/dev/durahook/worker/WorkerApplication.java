package dev.durahook.worker;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * The worker as an application of its own, with the handlers' jar beside it. {@link WorkerAutoConfiguration} does all
 * the work. This class only adds a port for health and metrics, which an application that embeds the worker does not
 * get.
 */
@EnableAutoConfiguration
public class WorkerApplication {

    private static final Map<String, Object> DEFAULTS = Map.of(
            // The only port is that for health and metrics, because a worker receives no requests.
            "server.port", "${management.server.port:9000}",
            // The port stays open until the workers have ended. Spring Boot's default closes the port before that.
            "server.shutdown", "immediate",
            "management.endpoints.web.exposure.include", "health,prometheus",
            "management.endpoint.health.show-details", "always",
            // A rollout waits until the new workers poll. Liveness includes none of these checks.
            "management.endpoint.health.group.readiness.include", "readinessState,temporal,pollers,slots",
            "management.endpoint.health.probes.enabled", "true");

    /** Starts the worker. */
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(WorkerApplication.class);
        application.setDefaultProperties(DEFAULTS);
        application.run(arguments);
    }
}
