package dev.durahook.connection.tracing;

import io.micrometer.tracing.exporter.SpanFilter;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.opentracingshim.OpenTracingShim;
import io.opentracing.Tracer;
import io.temporal.opentracing.OpenTracingClientInterceptor;
import io.temporal.opentracing.OpenTracingOptions;
import io.temporal.opentracing.OpenTracingWorkerInterceptor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Traces workflows and activities if the application has OpenTelemetry and exports its traces. An application with an
 * OpenTracing tracer registers Temporal's interceptors itself.
 */
@AutoConfiguration(
        afterName = {
            "dev.durahook.worker.WorkerAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.zipkin.ZipkinWithOpenTelemetryTracingAutoConfiguration",
            "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration"
        })
@ConditionalOnBean(OpenTelemetry.class)
@ConditionalOnMissingBean(Tracer.class)
@Conditional(TracingAutoConfiguration.Exported.class)
public class TracingAutoConfiguration {

    @Bean
    OpenTracingClientInterceptor durahookClientTracing(OpenTelemetry telemetry) {
        return new OpenTracingClientInterceptor(options(telemetry));
    }

    @Bean
    OpenTracingWorkerInterceptor durahookWorkerTracing(OpenTelemetry telemetry) {
        return new OpenTracingWorkerInterceptor(options(telemetry));
    }

    // Baggage is not propagated, because a sender may have chosen it and it would be kept in histories.
    private static OpenTracingOptions options(OpenTelemetry telemetry) {
        W3CTraceContextPropagator context = W3CTraceContextPropagator.getInstance();
        OpenTracingOptions.Builder options = OpenTracingOptions.newBuilder()
                .setTracer(OpenTracingShim.createTracerShim(telemetry.getTracerProvider(), context, context));
        return options.setSpanBuilderProvider(new EventSpans(options.build().getSpanBuilderProvider()))
                .build();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(SpanFilter.class)
    static class Filtered {

        @Bean
        SpanFilter durahookFailureMessageFilter() {
            return new FailureMessageFilter();
        }
    }

    /**
     * Whether traces are exported. An {@link OpenTelemetry} bean alone does not mean so: Spring Boot makes one without
     * an exporter as soon as OpenTelemetry is on the class path.
     */
    static final class Exported extends AnyNestedCondition {

        Exported() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnBean(type = "io.opentelemetry.sdk.trace.export.SpanExporter")
        static final class ByAnExporter {}

        @ConditionalOnMissingBean(type = "io.opentelemetry.sdk.trace.SdkTracerProvider")
        static final class BySomethingElse {}
    }
}
