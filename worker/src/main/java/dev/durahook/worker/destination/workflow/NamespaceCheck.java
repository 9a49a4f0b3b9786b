package dev.durahook.worker.destination.workflow;

import dev.durahook.connection.outage.FailureReason;
import dev.durahook.connection.server.ServerCheck;
import dev.durahook.connection.server.ServerDescription;
import dev.durahook.worker.destination.Destinations;
import dev.durahook.worker.destination.kind.DeclaredDestination;
import dev.durahook.worker.destination.workflow.namespace.NamespaceClients;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns if a destination's namespace does not exist, or if Temporal does not tell whether it exists. A missing
 * namespace does not stop the start, because the worker has other destinations, and an operator may create the
 * namespace later.
 */
final class NamespaceCheck implements ServerCheck {

    private static final Logger LOG = LoggerFactory.getLogger(NamespaceCheck.class);
    private static final int DEADLINE_SECONDS = 5;

    private final Destinations destinations;
    private final NamespaceClients clients;

    NamespaceCheck(Destinations destinations, NamespaceClients clients) {
        this.destinations = destinations;
        this.clients = clients;
    }

    @Override
    public void check(ServerDescription server) {
        for (String name : destinations.names()) {
            destinations
                    .namespaceOf(name)
                    .filter(namespace -> !namespace.equals(server.namespace()))
                    .ifPresent(namespace -> ask(name, namespace));
        }
    }

    private void ask(String destination, String namespace) {
        WorkflowClient client = clients.of(namespace);
        try {
            client.getWorkflowServiceStubs()
                    .blockingStub()
                    .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                    .describeNamespace(DescribeNamespaceRequest.newBuilder()
                            .setNamespace(namespace)
                            .build());
        } catch (StatusRuntimeException e) {
            LOG.warn(
                    "{} names a namespace that may not be usable. Events for the destination {} are still sent,"
                            + " and parked if all attempts fail. Reason: {}",
                    DeclaredDestination.key(destination, "namespace"),
                    destination,
                    FailureReason.of(e, client));
        }
    }
}
