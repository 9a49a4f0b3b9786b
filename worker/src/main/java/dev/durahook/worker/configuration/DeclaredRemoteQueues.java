package dev.durahook.worker.configuration;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.connection.configuration.KnownKeys;
import dev.durahook.workflows.remote.InvalidRemoteWorkflowsException;
import dev.durahook.workflows.remote.RemoteQueues;
import dev.durahook.workflows.remote.RemoteWorkflows;
import org.springframework.core.env.Environment;

/**
 * Reads {@code durahook.workflows}. These are keys of the receiver; a worker that has the same configuration checks that
 * it leaves these events to the other workers.
 */
public final class DeclaredRemoteQueues {

    private DeclaredRemoteQueues() {}

    /**
     * Returns the task queues of other workers; none if the worker does not have the receiver's configuration.
     *
     * @throws InvalidConfigurationException if a declaration is not valid
     */
    public static RemoteQueues of(Environment environment) {
        try {
            return new RemoteQueues(KnownKeys.bind(environment, RemoteQueues.GROUP, RemoteWorkflows.class));
        } catch (InvalidRemoteWorkflowsException e) {
            throw invalid(e.key(), e.problem());
        }
    }

    /** Makes the exception for a declaration that contradicts something else. */
    public static InvalidConfigurationException invalid(String key, String problem) {
        return InvalidConfigurationException.ofKey(key, problem + ".", InvalidRemoteWorkflowsException.REMEDY);
    }
}
