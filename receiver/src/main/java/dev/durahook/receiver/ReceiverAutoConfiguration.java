package dev.durahook.receiver;

import dev.durahook.connection.metrics.WatchedQueues;
import dev.durahook.receiver.acceptance.AcceptanceConfiguration;
import dev.durahook.receiver.ingest.IngestConfiguration;
import dev.durahook.receiver.namespace.NamespaceConfiguration;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.source.SourceConfiguration;
import dev.durahook.receiver.source.Sources;
import dev.durahook.workflows.ListFilters;
import dev.durahook.workflows.remote.RemoteQueue;
import dev.durahook.workflows.remote.RemoteQueues;
import io.temporal.spring.boot.autoconfigure.RootNamespaceAutoConfiguration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Adds the receiver to any Spring Boot web application that depends on {@code durahook-receiver}. */
@AutoConfiguration(after = RootNamespaceAutoConfiguration.class)
@Import({
    SourceConfiguration.class,
    AcceptanceConfiguration.class,
    IngestConfiguration.class,
    NamespaceConfiguration.class
})
public class ReceiverAutoConfiguration {

    @Bean
    WatchedQueues durahookSourceQueues(Sources sources, RemoteQueues remote) {
        return new WatchedQueues(
                Stream.concat(
                                sources.all().stream().map(Source::taskQueue),
                                remote.all().stream().map(RemoteQueue::taskQueue))
                        .collect(Collectors.toUnmodifiableSet()),
                Set.of(),
                ListFilters.AT_WORK);
    }
}
