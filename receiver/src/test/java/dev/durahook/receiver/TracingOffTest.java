package dev.durahook.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.temporal.opentracing.OpenTracingClientInterceptor;
import org.junit.jupiter.api.Test;

/** The receiver has OpenTelemetry on its class path, and uses it only if an exporter is configured. */
class TracingOffTest {

    private static final String NOWHERE = "127.0.0.1:1";

    @Test
    void receiverWithoutAnEndpointHasNoTracing() {
        try (RunningReceiver receiver = RunningReceiver.on(NOWHERE)) {
            assertThat(receiver.beans(SdkTracerProvider.class)).isEmpty();
            assertThat(receiver.beans(OpenTracingClientInterceptor.class)).isEmpty();
        }
    }

    // Spring Boot reads these variables only from the environment, so there is no exporter in this test.
    @Test
    void variablesOfOpenTelemetryCountAsWell() {
        try (RunningReceiver receiver =
                RunningReceiver.on(NOWHERE, "--OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:1")) {
            assertThat(receiver.beans(SdkTracerProvider.class)).hasSize(1);
        }
    }

    @Test
    void receiverWithAnEndpointHasTracing() {
        try (RunningReceiver receiver = RunningReceiver.on(
                NOWHERE, "--management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:1/v1/traces")) {
            assertThat(receiver.beans(SdkTracerProvider.class)).hasSize(1);
            assertThat(receiver.beans(OpenTracingClientInterceptor.class)).hasSize(1);
        }
    }
}
