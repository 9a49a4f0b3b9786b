package dev.durahook.worker.inline;

import dev.durahook.worker.slots.InlineSlot;
import dev.durahook.worker.slots.WorkerSlots;
import io.temporal.worker.WorkerFactory;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The most attempts inside workflow tasks that each worker of a process makes at a time: half of the workflow tasks and
 * half of the local activities that the worker runs at a time. A worker that has just started runs few, also while the
 * worker of another task queue runs many.
 */
final class InlineLimit {

    private record WorkerLimit(WorkerSlots slots, AtomicInteger taken) {

        boolean take() {
            int limit = half(slots.workflowTasksNow());
            return taken.getAndUpdate(number -> number < limit ? number + 1 : number) < limit;
        }

        int half(int workflowTasks) {
            return Math.min(workflowTasks, slots.localActivities()) / 2;
        }
    }

    private final Map<String, WorkerLimit> workers;

    private InlineLimit(Map<String, WorkerLimit> workers) {
        this.workers = Map.copyOf(workers);
    }

    static InlineLimit of(WorkerFactory factory, Collection<String> taskQueues) {
        Map<String, WorkerLimit> workers = new HashMap<>();
        for (String taskQueue : taskQueues) {
            WorkerSlots.of(factory, taskQueue)
                    .ifPresent(slots -> workers.put(taskQueue, new WorkerLimit(slots, new AtomicInteger())));
        }
        return new InlineLimit(workers);
    }

    /**
     * Counts an attempt until its slot is given back; empty if there are enough attempts already.
     *
     * @param workflows the task queue of the workflow
     */
    Optional<InlineSlot> take(String workflows) {
        return Optional.ofNullable(workers.get(workflows))
                .filter(WorkerLimit::take)
                .map(worker -> worker.taken()::decrementAndGet);
    }

    /** The limit of a worker that has run for a while. */
    int most(String workflows) {
        WorkerLimit worker = workers.get(workflows);
        return worker == null ? 0 : worker.half(worker.slots().workflowTasks());
    }
}
