package dev.durahook.worker.destination.workflow.namespace;

import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client for each namespace, all over the worker's connection. A client of the SDK has one namespace; all else, such as
 * credentials, data converter, interceptors and identity, is that of the worker's own client.
 */
public final class NamespaceClients {

    private final Supplier<WorkflowClient> own;
    private final Supplier<WorkflowServiceStubs> connection;
    private final Map<String, WorkflowClient> others = new ConcurrentHashMap<>();

    /**
     * Prepares the clients.
     *
     * @param own the worker's own client
     * @param connection the stubs from which the worker's own client was made. The stubs that this client returns
     *     can't be used, because they set a header of each call to the worker's namespace, and Temporal Cloud reads this
     *     header
     */
    public NamespaceClients(Supplier<WorkflowClient> own, Supplier<WorkflowServiceStubs> connection) {
        this.own = own;
        this.connection = connection;
    }

    /**
     * Returns the client of a namespace. Must not be called by a workflow's thread.
     *
     * @param namespace the namespace; null for the worker's own
     */
    public WorkflowClient of(@Nullable String namespace) {
        return namespace == null || isOwn(namespace) ? own.get() : others.computeIfAbsent(namespace, this::make);
    }

    /** Whether a namespace is the worker's own. */
    public boolean isOwn(String namespace) {
        return namespace.equals(own.get().getOptions().getNamespace());
    }

    // The plugins have configured the worker's options already. A second time, they would add their interceptors again.
    private WorkflowClient make(String namespace) {
        return WorkflowClient.newInstance(
                connection.get(),
                own.get().getOptions().toBuilder()
                        .setNamespace(namespace)
                        .setPlugins()
                        .build());
    }
}
