package dev.durahook.worker;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * The worker on its own, with the handlers' jar beside it. Everything it does is in {@link WorkerAutoConfiguration}; its
 * own is a port for health and metrics, which an application that embeds the worker does not get.
 */
@EnableAutoConfiguration
public class WorkerApplication {

    private static final Map<String, Object> DEFAULTS = Map.of(
            // The only port there is: nobody sends anything to a worker.
            "server.port", "${management.server.port:9000}",
            "management.endpoints.web.exposure.include", "health,prometheus",
            "management.endpoint.health.show-details", "always",
            // A rollout waits until the new workers poll. Liveness has nothing of this.
            "management.endpoint.health.group.readiness.include", "readinessState,temporal,pollers,slots",
            "management.endpoint.health.probes.enabled", "true");

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(WorkerApplication.class);
        application.setDefaultProperties(DEFAULTS);
        application.run(arguments);
    }
}
