package dev.durahook.worker.inline;

import dev.durahook.worker.slots.WorkerSlots;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;

/**
 * The most attempts inside workflow tasks that a process makes at a time: half of the workflow tasks and half of the
 * local activities that the smallest of its workers runs at a time. A worker that has just started runs few.
 */
final class InlineLimit {

    private final List<WorkerSlots> workers;
    private final AtomicInteger taken = new AtomicInteger();

    private InlineLimit(List<WorkerSlots> workers) {
        this.workers = workers;
    }

    static InlineLimit of(WorkerFactory factory, Collection<String> taskQueues) {
        return new InlineLimit(taskQueues.stream()
                .map(factory::tryGetWorker)
                .filter(Objects::nonNull)
                .map(Worker::getWorkerOptions)
                .map(WorkerSlots::new)
                .toList());
    }

    /** Counts an attempt and returns true; returns false if there are enough attempts already. */
    boolean take() {
        int limit = half(WorkerSlots::workflowTasksNow);
        return taken.getAndUpdate(number -> number < limit ? number + 1 : number) < limit;
    }

    /** Ends an attempt that {@link #take} has counted. */
    void giveBack() {
        taken.decrementAndGet();
    }

    /** The limit of a worker that has run for a while. */
    int most() {
        return half(WorkerSlots::workflowTasks);
    }

    private int half(ToIntFunction<WorkerSlots> workflowTasks) {
        return workers.stream()
                        .mapToInt(slots -> Math.min(workflowTasks.applyAsInt(slots), slots.localActivities()))
                        .min()
                        .orElse(0)
                / 2;
    }
}
