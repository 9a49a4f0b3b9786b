package dev.durahook.receiver;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** What a receiver needs of Spring Boot. Every key may be set by the application: these come last. */
final class ReceiverDefaults implements EnvironmentPostProcessor {

    private static final Map<String, Object> DEFAULTS = Map.of(
            // Whoever can't store events should get none; but a restart would not bring Temporal back.
            "management.endpoint.health.group.readiness.include", "readinessState,temporal",
            "management.endpoint.health.probes.enabled", "true",
            // A sender that stops in the middle of a request holds a thread for this long.
            "server.tomcat.connection-timeout", "5s",
            // On Kubernetes, Spring Boot would believe forwarded headers of any neighbour.
            "server.forward-headers-strategy", "none",
            // Twice what the receiver takes, so that it can answer 431 where Tomcat would only close the connection.
            "server.max-http-request-header-size", "64KB",
            "server.shutdown", "graceful");

    private static final String EXPOSED = "management.endpoints.web.exposure.include";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> defaults = new HashMap<>(DEFAULTS);
        // Metrics name sources and secrets: nothing for those who send.
        if (ManagementPortType.get(environment) == ManagementPortType.DIFFERENT) {
            defaults.put(EXPOSED, "health,prometheus");
        }
        environment.getPropertySources().addLast(new MapPropertySource("durahookReceiverDefaults", defaults));
    }
}
