package dev.durahook.worker.inline;

import dev.durahook.worker.slots.WorkerSlots;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import java.util.Collection;
import java.util.Objects;

/**
 * The most attempts inside workflow tasks that a process makes at a time: half of the workflow tasks and half of the
 * local activities that the smallest of its workers runs at a time.
 */
final class InlineLimit {

    private InlineLimit() {}

    static int of(WorkerFactory factory, Collection<String> taskQueues) {
        return taskQueues.stream()
                        .map(factory::tryGetWorker)
                        .filter(Objects::nonNull)
                        .map(Worker::getWorkerOptions)
                        .map(WorkerSlots::new)
                        .mapToInt(slots -> Math.min(slots.workflowTasks(), slots.localActivities()))
                        .min()
                        .orElse(0)
                / 2;
    }
}
