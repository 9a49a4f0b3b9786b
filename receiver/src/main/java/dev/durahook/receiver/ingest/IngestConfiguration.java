package dev.durahook.receiver.ingest;

import dev.durahook.receiver.acceptance.EventStore;
import dev.durahook.receiver.source.Sources;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the way in together. */
@Configuration(proxyBeanMethods = false)
public class IngestConfiguration {

    @Bean
    ServletRegistrationBean<WebhookServlet> webhookServlet(Sources sources, EventStore store, MeterRegistry meters) {
        Ingestion ingestion = new Ingestion(new Storing(store, InstantSource.system()));
        WebhookServlet servlet = new WebhookServlet(sources, ingestion, new DeliveryRecord(meters));
        return new ServletRegistrationBean<>(servlet, WebhookServlet.PATHS);
    }
}
