package dev.durahook.receiver;

import dev.durahook.connection.metrics.WatchedQueues;
import dev.durahook.receiver.acceptance.AcceptanceConfiguration;
import dev.durahook.receiver.http.refusal.DedicatedServer;
import dev.durahook.receiver.ingest.IngestConfiguration;
import dev.durahook.receiver.namespace.NamespaceConfiguration;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.source.SourceConfiguration;
import dev.durahook.receiver.source.Sources;
import dev.durahook.receiver.source.SourcesHealth;
import dev.durahook.workflows.ListFilters;
import dev.durahook.workflows.remote.RemoteQueue;
import dev.durahook.workflows.remote.RemoteQueues;
import io.temporal.spring.boot.autoconfigure.RootNamespaceAutoConfiguration;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
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

    // Not in an application that embeds the receiver, which may do other work without a source.
    @Bean
    @ConditionalOnBean(annotation = DedicatedServer.class)
    SourcesHealth sourcesHealthIndicator(Sources sources) {
        return new SourcesHealth(sources);
    }

    @Bean
    WatchedQueues durahookSourceQueues(Sources sources) {
        return new WatchedQueues(
                sources.all().stream().map(Source::taskQueue).collect(Collectors.toUnmodifiableSet()),
                Set.of(),
                ListFilters.AT_WORK);
    }

    // Other workers may also run workflows that are not events, for any length of time.
    @Bean
    WatchedQueues durahookEventsOfOtherWorkers(Sources sources, RemoteQueues remote) {
        String ofSources = sources.all().stream()
                .map(source -> ListFilters.ofSource(source.name()))
                .collect(Collectors.joining(" OR "));
        return new WatchedQueues(
                remote.all().stream().map(RemoteQueue::taskQueue).collect(Collectors.toUnmodifiableSet()),
                Set.of(),
                "(" + ListFilters.AT_WORK + ") AND (" + ofSources + ")");
    }
}
