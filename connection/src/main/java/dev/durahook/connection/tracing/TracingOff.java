package dev.durahook.connection.tracing;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Leaves out Spring Boot's tracing in Durahook's own applications as long as no exporter is configured. They have it on
 * their class path, where it makes spans that nobody sees. An application around Durahook decides for itself.
 */
final class TracingOff implements EnvironmentPostProcessor, Ordered {

    private static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";
    private static final Map<String, Object> OFF = Map.of(
            "spring.autoconfigure.exclude",
            "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration,"
                    + "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration");

    /** After Spring Boot has read the variables of OpenTelemetry. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (isOurs(application) && environment.getProperty(ENDPOINT, "").isEmpty()) {
            environment.getPropertySources().addLast(new MapPropertySource("durahookTracingOff", OFF));
        }
    }

    private static boolean isOurs(SpringApplication application) {
        return application.getAllSources().stream()
                .anyMatch(source ->
                        source instanceof Class<?> type && type.getName().startsWith("dev.durahook."));
    }
}
