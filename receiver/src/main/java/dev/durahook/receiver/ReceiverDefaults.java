package dev.durahook.receiver;

import dev.durahook.receiver.http.refusal.DedicatedServer;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The receiver's defaults for Spring Boot's keys. They have the lowest precedence, so the application can set every
 * key.
 */
final class ReceiverDefaults implements EnvironmentPostProcessor {

    private static final String READINESS = "management.endpoint.health.group.readiness.include";

    private static final Map<String, Object> DEFAULTS = Map.of(
            // A receiver that can't reach Temporal should get no deliveries. This is part of readiness and not of
            // liveness, because a restart would not help.
            READINESS,
            "readinessState,temporal",
            "management.endpoint.health.probes.enabled",
            "true",
            // How long a new connection is kept without a request, and an old one while connections are scarce. Longer
            // than durahook.http.header-timeout, so that a sender of slow headers gets 503 with a reason before the
            // server closes the connection.
            "server.tomcat.connection-timeout",
            "8s",
            // Each connection with a request on its way uses up to 110 kB for buffers. With one connection for each
            // 256 kB, all of them together use less than half of the heap.
            "server.tomcat.max-connections",
            String.valueOf(connections(Runtime.getRuntime().maxMemory())),
            // On Kubernetes, Spring Boot would trust forwarded headers from every host.
            "server.forward-headers-strategy",
            "none",
            // Tomcat allocates a buffer of this size for each request.
            "server.max-http-request-header-size",
            "32KB",
            "server.shutdown",
            "graceful");

    private static final Map<String, Object> DEDICATED_SERVER = Map.of(
            // A receiver without a source must not replace receivers that work.
            READINESS,
            "readinessState,temporal,sources",
            // Only deliveries have a body, which only the receiver may read.
            "spring.mvc.formcontent.filter.enabled",
            "false",
            "spring.servlet.multipart.enabled",
            "false",
            // There are no sessions. To find one, Tomcat would read the cookies of each request, quote a malformed one
            // in the log, and refuse more than 200.
            "server.servlet.session.tracking-modes",
            "",
            // These loggers quote unverified requests, or write a line for each. Refusals are counted instead.
            "logging.level.org.apache.coyote.http11.Http11Processor",
            "warn",
            "logging.level.org.apache.coyote.http11.Http11InputBuffer",
            "info",
            "logging.level.org.springframework.boot.webmvc.autoconfigure.WelcomePageHandlerMapping",
            "error",
            "logging.level.org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver",
            "error");

    /** Tomcat's own default. */
    private static final long MOST_CONNECTIONS = 8_192;

    private static final String EXPOSED = "management.endpoints.web.exposure.include";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> defaults = new HashMap<>(DEFAULTS);
        // Metrics contain names of sources and secrets, so they are exposed only if management has its own port.
        if (ManagementPortType.get(environment) == ManagementPortType.DIFFERENT) {
            defaults.put(EXPOSED, "health,prometheus");
        }
        if (application.getAllSources().stream().anyMatch(ReceiverDefaults::isDedicatedServer)) {
            defaults.putAll(DEDICATED_SERVER);
        }
        environment.getPropertySources().addLast(new MapPropertySource("durahookReceiverDefaults", defaults));
    }

    private static boolean isDedicatedServer(Object source) {
        return source instanceof Class<?> application && application.isAnnotationPresent(DedicatedServer.class);
    }

    /** How many connections fit into a heap of this many bytes. */
    static long connections(long heap) {
        return Math.max(256, Math.min(MOST_CONNECTIONS, heap / (256 * 1024)));
    }
}
