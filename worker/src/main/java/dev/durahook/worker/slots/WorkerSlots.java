package dev.durahook.worker.slots;

import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import io.temporal.worker.tuning.SlotSupplier;
import io.temporal.worker.tuning.WorkerTuner;
import java.util.Optional;
import java.util.function.Function;

/**
 * How many tasks of each kind a worker runs at a time.
 *
 * @param options the worker's options
 */
public record WorkerSlots(WorkerOptions options) {

    // The SDK's default. Also used for a tuner that sizes by memory and load, because such a tuner has no fixed number.
    private static final int DEFAULT = 200;

    /** Returns the slots of the worker of a task queue; empty if the factory has no such worker. */
    public static Optional<WorkerSlots> of(WorkerFactory factory, String taskQueue) {
        return Optional.ofNullable(factory.tryGetWorker(taskQueue))
                .map(Worker::getWorkerOptions)
                .map(WorkerSlots::new);
    }

    /** Returns the number of activities. */
    int activities() {
        return slots(WorkerTuner::getActivityTaskSlotSupplier, options.getMaxConcurrentActivityExecutionSize());
    }

    /** Returns the number of local activities. */
    public int localActivities() {
        return slots(WorkerTuner::getLocalActivitySlotSupplier, options.getMaxConcurrentLocalActivityExecutionSize());
    }

    /** Returns the number of workflow tasks. */
    public int workflowTasks() {
        return slots(WorkerTuner::getWorkflowTaskSlotSupplier, options.getMaxConcurrentWorkflowTaskExecutionSize());
    }

    /** Returns the number of workflow tasks that a worker runs now, which is smaller after its start. */
    public int workflowTasksNow() {
        WorkerTuner tuner = options.getWorkerTuner();
        return tuner != null && tuner.getWorkflowTaskSlotSupplier() instanceof SlowStart slots
                ? slots.now()
                : workflowTasks();
    }

    /** Returns how many workflow tasks a worker that has just started does not run yet, although it may run them later. */
    int workflowTasksWithheld() {
        return workflowTasks() - workflowTasksNow();
    }

    /** Returns the number of Nexus tasks. */
    int nexusTasks() {
        return slots(WorkerTuner::getNexusSlotSupplier, options.getMaxConcurrentNexusExecutionSize());
    }

    private int slots(Function<WorkerTuner, SlotSupplier<?>> supplier, int declared) {
        WorkerTuner tuner = options.getWorkerTuner();
        if (tuner != null) {
            return supplier.apply(tuner).getMaximumSlots().orElse(DEFAULT);
        }
        return declared == 0 ? DEFAULT : declared;
    }
}
