package dev.durahook.worker.handling;

import dev.durahook.worker.slots.QueueSlots;
import dev.durahook.workflows.body.BodySource;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.handling.HandlerActivity;
import io.temporal.worker.WorkerFactory;
import java.util.List;

/** Runs a worker for each task queue of each handler, with as many attempts at a time as the handler's concurrency. */
public final class HandlerWorkers {

    private final HandlerQueues queues;
    private final BodySource bodies;
    private final QueueSlots slots;

    /**
     * The workers for these queues.
     *
     * @param bodies reads a body that was too large to be passed to the activity
     * @param slots gives the slots of each queue
     */
    public HandlerWorkers(HandlerQueues queues, BodySource bodies, QueueSlots slots) {
        this.queues = queues;
        this.bodies = bodies;
        this.slots = slots;
    }

    /** Adds a worker for each queue to a factory that has not started. */
    public void register(WorkerFactory factory) {
        for (EventHandler handler : queues.handlers()) {
            HandlerActivity activity = new HandlerActivity(List.of(handler), bodies);
            queues.of(handler)
                    .forEach(queue -> factory.newWorker(
                                    queue,
                                    slots.of(queue, handler.concurrency()).build())
                            .registerActivitiesImplementations(activity));
        }
    }
}
