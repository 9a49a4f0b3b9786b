package dev.durahook.benchmarks.load.bare;

import dev.durahook.loadsupport.effect.EffectLog;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;

/** A worker of Temporal's SDK with its default options. */
public final class BareWorker implements AutoCloseable {

    private final WorkerFactory factory;

    private BareWorker(WorkerFactory factory) {
        this.factory = factory;
    }

    /**
     * Starts a worker for one workflow.
     *
     * @param client the client of the worker; for eager starts, it must also start the workflows
     */
    public static BareWorker start(WorkflowClient client, String queue, Class<?> workflow, EffectLog log) {
        WorkerFactory factory = WorkerFactory.newInstance(client);
        Worker worker = factory.newWorker(queue);
        worker.registerWorkflowImplementationTypes(workflow);
        worker.registerActivitiesImplementations(new EffectActivities(log));
        factory.start();
        return new BareWorker(factory);
    }

    @Override
    public void close() {
        factory.shutdown();
    }
}
