package dev.durahook.receiver.ingest;

import dev.durahook.receiver.acceptance.EventStore;
import dev.durahook.receiver.source.Sources;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the way in together. */
@Configuration(proxyBeanMethods = false)
public class IngestConfiguration {

    @Bean
    WebhookController webhookController(Sources sources, EventStore store, MeterRegistry meters) {
        return new WebhookController(sources, new Ingestion(store, InstantSource.system()), new DeliveryRecord(meters));
    }
}
