package dev.durahook.connection.tracing;

import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Leaves out Spring Boot's tracing in Durahook's own applications as long as no exporter is configured. They have it on
 * their class path, where it makes spans that nobody sees. An application around Durahook decides for itself.
 */
final class TracingOff implements EnvironmentPostProcessor {

    // The variables are OpenTelemetry's own, which Spring Boot reads, perhaps after this.
    private static final List<String> ENDPOINTS = List.of(
            "management.opentelemetry.tracing.export.otlp.endpoint",
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");
    private static final Map<String, Object> OFF = Map.of(
            // Otherwise each line of the log has room for the ID of a trace.
            "management.tracing.export.enabled",
            "false",
            "spring.autoconfigure.exclude",
            "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration,"
                    + "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (isOurs(application) && ENDPOINTS.stream().noneMatch(environment::containsProperty)) {
            environment.getPropertySources().addLast(new MapPropertySource("durahookTracingOff", OFF));
        }
    }

    private static boolean isOurs(SpringApplication application) {
        return application.getAllSources().stream()
                .anyMatch(source ->
                        source instanceof Class<?> type && type.getName().startsWith("dev.durahook."));
    }
}
