package dev.durahook.worker.destination.workflow;

import dev.durahook.worker.destination.kind.DeclaredDestination;
import dev.durahook.worker.destination.kind.DestinationKind;
import dev.durahook.worker.destination.kind.Transport;
import dev.durahook.worker.destination.workflow.declaration.WorkflowDeclaration;
import dev.durahook.worker.destination.workflow.declaration.WorkflowDestinationProperties;
import dev.durahook.worker.destination.workflow.handover.WorkflowTransport;
import io.temporal.client.WorkflowClient;
import java.util.function.Supplier;

/** The kind of destination that is a running workflow of the application, in the namespace of the events. */
public final class WorkflowKind implements DestinationKind<WorkflowDestinationProperties> {

    private final Supplier<WorkflowClient> client;

    /**
     * The kind.
     *
     * @param client asked for when an event is handed over, because the client may need beans that need this kind
     */
    public WorkflowKind(Supplier<WorkflowClient> client) {
        this.client = client;
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
        return new WorkflowTransport(new WorkflowDeclaration(declared).check(), client);
    }
}
