package dev.durahook.receiver;

import dev.durahook.receiver.http.OwnServer;
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
            // For how long a connection is kept without a request. Longer than durahook.http.header-timeout, which says
            // why.
            "server.tomcat.connection-timeout", "8s",
            // Each connection with a request on its way takes up to 128 kB for buffers: half of the heap for all of
            // them.
            "server.tomcat.max-connections",
                    String.valueOf(connections(Runtime.getRuntime().maxMemory())),
            // On Kubernetes, Spring Boot would believe forwarded headers of any neighbour.
            "server.forward-headers-strategy", "none",
            // Tomcat holds a buffer of this size for each request.
            "server.max-http-request-header-size", "32KB",
            "server.shutdown", "graceful");

    private static final Map<String, Object> OWN_SERVER = Map.of(
            // Nothing but a delivery has a body, and that is for the receiver alone.
            "spring.mvc.formcontent.filter.enabled", "false",
            "spring.servlet.multipart.enabled", "false",
            // They quote what a stranger has sent. What is refused is counted.
            "logging.level.org.apache.coyote.http11.Http11Processor", "warn",
            "logging.level.org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver", "error");

    /** Tomcat's own default. */
    private static final long MOST_CONNECTIONS = 8_192;

    private static final String EXPOSED = "management.endpoints.web.exposure.include";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> defaults = new HashMap<>(DEFAULTS);
        // Metrics name sources and secrets: nothing for those who send.
        if (ManagementPortType.get(environment) == ManagementPortType.DIFFERENT) {
            defaults.put(EXPOSED, "health,prometheus");
        }
        if (application.getAllSources().stream().anyMatch(ReceiverDefaults::isOwnServer)) {
            defaults.putAll(OWN_SERVER);
        }
        environment.getPropertySources().addLast(new MapPropertySource("durahookReceiverDefaults", defaults));
    }

    private static boolean isOwnServer(Object source) {
        return source instanceof Class<?> application && application.isAnnotationPresent(OwnServer.class);
    }

    /** How many connections a heap of so many bytes has room for. */
    static long connections(long heap) {
        return Math.max(256, Math.min(MOST_CONNECTIONS, heap / (256 * 1024)));
    }
}
