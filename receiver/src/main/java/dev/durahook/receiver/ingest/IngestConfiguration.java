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
        WebhookServlet servlet =
                new WebhookServlet(sources, new Ingestion(store, InstantSource.system()), new DeliveryRecord(meters));
        return new ServletRegistrationBean<>(servlet, WebhookServlet.PATHS);
    }
}
