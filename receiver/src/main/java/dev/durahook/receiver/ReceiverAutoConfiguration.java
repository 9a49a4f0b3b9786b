package dev.durahook.receiver;

import dev.durahook.receiver.acceptance.AcceptanceConfiguration;
import dev.durahook.receiver.ingest.IngestConfiguration;
import dev.durahook.receiver.namespace.NamespaceConfiguration;
import dev.durahook.receiver.source.SourceConfiguration;
import io.temporal.spring.boot.autoconfigure.RootNamespaceAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/** The receiver, for any Spring Boot web application that depends on {@code durahook-receiver}. */
@AutoConfiguration(after = RootNamespaceAutoConfiguration.class)
@Import({
    SourceConfiguration.class,
    AcceptanceConfiguration.class,
    IngestConfiguration.class,
    NamespaceConfiguration.class
})
public class ReceiverAutoConfiguration {}
