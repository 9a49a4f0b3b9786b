package dev.durahook.worker.destination.workflow;

import dev.durahook.worker.destination.kind.DeclaredDestination;
import dev.durahook.worker.destination.kind.DestinationKind;
import dev.durahook.worker.destination.kind.Transport;
import dev.durahook.worker.destination.workflow.declaration.WorkflowDeclaration;
import dev.durahook.worker.destination.workflow.declaration.WorkflowDestinationProperties;
import dev.durahook.worker.destination.workflow.handover.WorkflowTransport;
import dev.durahook.worker.destination.workflow.namespace.NamespaceClients;

/** The kind of destination that is a running workflow of the application, in any namespace of the worker's Temporal. */
public final class WorkflowKind implements DestinationKind<WorkflowDestinationProperties> {

    private final NamespaceClients clients;

    /**
     * The kind.
     *
     * @param clients asked for when an event is handed over, because the worker's client may need beans that need this
     *     kind
     */
    public WorkflowKind(NamespaceClients clients) {
        this.clients = clients;
    }

    @Override
    public String name() {
        return "workflow";
    }

    @Override
    public Class<WorkflowDestinationProperties> properties() {
        return WorkflowDestinationProperties.class;
    }

    @Override
    public Transport open(DeclaredDestination<WorkflowDestinationProperties> declared) {
        return new WorkflowTransport(new WorkflowDeclaration(declared).check(), clients);
    }
}
