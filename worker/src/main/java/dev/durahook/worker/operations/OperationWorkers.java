package dev.durahook.worker.operations;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.operations.run.OperationWorkflow;
import dev.durahook.workflows.parking.ParkingActivities;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.Collection;

/**
 * Runs a worker for the task queue of operations. The workflows are registered nowhere else: the receiver starts a
 * workflow by the type that a sender chooses, so on the task queue of a source an event could be named like an
 * operation.
 */
public final class OperationWorkers {

    // Few operations run at a time, and a poller is a request that is always open. A cancellation comes with a
    // heartbeat.
    private static final WorkerOptions SMALL = WorkerOptions.newBuilder()
            .setMaxConcurrentActivityExecutionSize(10)
            .setMaxConcurrentWorkflowTaskExecutionSize(10)
            .setMaxConcurrentActivityTaskPollers(1)
            .setMaxConcurrentWorkflowTaskPollers(2)
            .setMaxHeartbeatThrottleInterval(Duration.ofSeconds(1))
            .build();

    private final BulkActivities activities;
    private final ParkingActivities status;

    OperationWorkers(BulkActivities activities, ParkingActivities status) {
        this.activities = activities;
        this.status = status;
    }

    /**
     * Adds the worker to a factory that has not started.
     *
     * @param taskQueues the task queues whose events the application processes
     * @throws InvalidConfigurationException if the application uses the task queue of operations for something else
     */
    public void register(WorkerFactory factory, Collection<String> taskQueues) {
        if (taskQueues.stream().anyMatch(TaskQueues::isReserved)) {
            throw refusal("durahook.worker.task-queues names " + TaskQueues.OPERATIONS);
        }
        if (factory.tryGetWorker(TaskQueues.OPERATIONS) != null) {
            throw refusal("A workflow or an activity of the application names the task queue " + TaskQueues.OPERATIONS);
        }
        Worker worker = factory.newWorker(TaskQueues.OPERATIONS, SMALL);
        worker.registerWorkflowImplementationTypes(OperationWorkflow.class);
        worker.registerActivitiesImplementations(activities, status);
    }

    private static InvalidConfigurationException refusal(String problem) {
        return new InvalidConfigurationException(
                problem
                        + ", which is kept for operators' decisions on many events: an event on it could be named like"
                        + " such a decision",
                "Name another task queue.");
    }
}
