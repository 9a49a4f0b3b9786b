package dev.durahook.worker.destination.workflow;

import dev.durahook.worker.destination.kind.DeclaredDestination;
import dev.durahook.worker.destination.kind.DestinationKind;
import dev.durahook.worker.destination.kind.Transport;
import io.temporal.client.WorkflowClient;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Supplier;

/** The kind of destination that is a running workflow of the application, in the namespace of the events. */
public final class WorkflowKind implements DestinationKind<WorkflowDestinationProperties>, AutoCloseable {

    private final Supplier<WorkflowClient> client;
    private final ScheduledExecutorService clock = new ScheduledThreadPoolExecutor(1, WorkflowKind::daemon);

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
        return new WorkflowTransport(new WorkflowDeclaration(declared).check(), client, clock);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "durahook-handover-deadline");
        thread.setDaemon(true);
        return thread;
    }
}
