package dev.durahook.receiver.ingest;

import dev.durahook.receiver.acceptance.EventStore;
import dev.durahook.receiver.explain.QuickExplainer;
import dev.durahook.receiver.source.Sources;
import dev.durahook.receiver.tracing.OwnTraceFilter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Puts the way in together. */
@Configuration(proxyBeanMethods = false)
public class IngestConfiguration {

    // Closed after the server has answered the last request.
    @Bean
    SummaryLog summaryLog() {
        return SummaryLog.ofMinutes();
    }

    @Bean
    ServletRegistrationBean<WebhookServlet> webhookServlet(
            Sources sources, EventStore store, MeterRegistry meters, SummaryLog summaries, Environment environment) {
        QuickExplainer explainer = QuickExplainer.of(environment, InstantSource.system());
        Diagnoses diagnoses = new Diagnoses(explainer, meters, Diagnoses.aSecondLater());
        Ingestion ingestion = new Ingestion(new Storing(store, InstantSource.system()), diagnoses);
        WebhookServlet servlet = new WebhookServlet(sources, ingestion, new DeliveryRecord(meters, summaries));
        return new ServletRegistrationBean<>(servlet, WebhookServlet.PATHS);
    }

    // Before Spring Boot's filter that begins the request's span.
    @Bean
    FilterRegistrationBean<OwnTraceFilter> ownTraceFilter() {
        FilterRegistrationBean<OwnTraceFilter> filter = new FilterRegistrationBean<>(new OwnTraceFilter());
        filter.addUrlPatterns(WebhookServlet.PATHS);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
