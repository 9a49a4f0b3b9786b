package dev.durahook.worker.handling;

import dev.durahook.worker.slots.OwnSlots;
import dev.durahook.workflows.body.BodySource;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.handling.HandlerActivity;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.util.List;

/** Runs a worker for each task queue of each handler, with as many attempts at a time as the handler's concurrency. */
public final class HandlerWorkers {

    private final HandlerQueues queues;
    private final BodySource bodies;

    /**
     * The workers for these queues.
     *
     * @param bodies reads a body that was too large to be passed to the activity
     */
    public HandlerWorkers(HandlerQueues queues, BodySource bodies) {
        this.queues = queues;
        this.bodies = bodies;
    }

    /** Adds a worker for each queue to a factory that has not started. */
    public void register(WorkerFactory factory) {
        for (EventHandler handler : queues.handlers()) {
            HandlerActivity activity = new HandlerActivity(List.of(handler), bodies);
            WorkerOptions options = OwnSlots.of(handler.concurrency()).build();
            queues.of(handler)
                    .forEach(queue -> factory.newWorker(queue, options).registerActivitiesImplementations(activity));
        }
    }
}
