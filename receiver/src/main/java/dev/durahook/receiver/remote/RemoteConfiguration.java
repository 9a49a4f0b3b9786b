package dev.durahook.receiver.remote;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.connection.secret.QuotedTextBindHandler;
import dev.durahook.receiver.source.Sources;
import dev.durahook.workflows.remote.InvalidRemoteWorkflowsException;
import dev.durahook.workflows.remote.RemoteQueues;
import dev.durahook.workflows.remote.RemoteWorkflows;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.IgnoreTopLevelConverterNotFoundBindHandler;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Creates the {@link RemoteQueues} bean from {@code durahook.workflows}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RemoteProperties.class)
public class RemoteConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteConfiguration.class);

    @Bean
    RemoteQueues durahookRemoteQueues(Environment environment, Sources sources) {
        try {
            RemoteQueues queues = new RemoteQueues(declared(environment));
            queues.all().forEach(new SourceCheck(sources)::check);
            queues.all().forEach(queue -> LOG.info("{}", queue.line()));
            return queues;
        } catch (InvalidRemoteWorkflowsException e) {
            throw InvalidConfigurationException.ofKey(
                    e.key(), e.problem() + ".", InvalidRemoteWorkflowsException.REMEDY);
        }
    }

    // An unknown key stops the start.
    private static Map<String, RemoteWorkflows> declared(Environment environment) {
        return Binder.get(
                        environment,
                        new QuotedTextBindHandler(new NoUnboundElementsBindHandler(
                                new IgnoreTopLevelConverterNotFoundBindHandler(), new UnboundElementsSourceFilter())))
                .bind(RemoteQueues.GROUP, Bindable.mapOf(String.class, RemoteWorkflows.class))
                .orElseGet(Map::of);
    }
}
