package dev.durahook.receiver.remote;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.connection.configuration.KnownKeys;
import dev.durahook.receiver.source.Sources;
import dev.durahook.workflows.remote.InvalidRemoteWorkflowsException;
import dev.durahook.workflows.remote.RemoteQueues;
import dev.durahook.workflows.remote.RemoteWorkflows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
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
            RemoteQueues queues =
                    new RemoteQueues(KnownKeys.bind(environment, RemoteQueues.GROUP, RemoteWorkflows.class));
            queues.all().forEach(new SourceCheck(sources)::check);
            queues.all().forEach(queue -> LOG.info("{}", queue.line()));
            return queues;
        } catch (InvalidRemoteWorkflowsException e) {
            throw InvalidConfigurationException.ofKey(
                    e.key(), e.problem() + ".", InvalidRemoteWorkflowsException.REMEDY);
        }
    }
}
