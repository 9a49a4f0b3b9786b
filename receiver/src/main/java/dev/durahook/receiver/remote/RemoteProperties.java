package dev.durahook.receiver.remote;

import dev.durahook.workflows.remote.RemoteWorkflows;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys {@code durahook.workflows}.
 *
 * @param workflows workflows of other workers by name
 */
@ConfigurationProperties("durahook")
record RemoteProperties(@DefaultValue Map<String, RemoteWorkflows> workflows) {}
