package dev.durahook.worker.destination;

import dev.durahook.worker.slots.QueueSlots;
import dev.durahook.workflows.destination.DestinationActivities;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;

/**
 * Runs a worker for the task queue of each destination, within the destination's limits. Temporal applies the limits:
 * events over a limit wait in the task queue, so they take no worker's memory and delay no other destination.
 */
public final class DestinationWorkers {

    private final Destinations destinations;
    private final DestinationActivities activities;
    private final DestinationTaskQueues queues;
    private final QueueSlots slots;

    DestinationWorkers(
            Destinations destinations,
            DestinationActivities activities,
            DestinationTaskQueues queues,
            QueueSlots slots) {
        this.destinations = destinations;
        this.queues = queues;
        this.activities = activities;
        this.slots = slots;
    }

    /** Adds a worker for each destination to a factory that has not started. */
    public void register(WorkerFactory factory) {
        for (Destination destination : destinations.all()) {
            String queue = queues.of(destination.name());
            factory.newWorker(queue, options(queue, destination.limits()))
                    .registerActivitiesImplementations(activities);
        }
    }

    private WorkerOptions options(String queue, Limits limits) {
        WorkerOptions.Builder options = slots.of(queue, limits.concurrency());
        Double rate = limits.requestsPerSecond();
        return (rate == null ? options : options.setMaxTaskQueueActivitiesPerSecond(rate)).build();
    }
}
