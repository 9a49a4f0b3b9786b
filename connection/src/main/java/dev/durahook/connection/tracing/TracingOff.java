package dev.durahook.connection.tracing;

import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Disables Spring Boot's tracing in Durahook's own applications if no exporter is configured. The tracing is on their
 * class path and would make spans that are never exported. An application that embeds Durahook decides for itself.
 */
final class TracingOff implements EnvironmentPostProcessor {

    // The variables are OpenTelemetry's own. Spring Boot may read them only after this class has run.
    private static final List<String> ENDPOINTS = List.of(
            "management.opentelemetry.tracing.export.otlp.endpoint",
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");
    private static final Map<String, Object> OFF = Map.of(
            // If this is not set, each line of the log has a column for the ID of a trace.
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
