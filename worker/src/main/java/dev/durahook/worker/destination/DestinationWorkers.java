package dev.durahook.worker.destination;

import dev.durahook.worker.slots.OwnSlots;
import dev.durahook.workflows.destination.DestinationActivities;
import dev.durahook.workflows.destination.DestinationQueues;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;

/**
 * Runs a worker for the task queue of each destination, within the destination's limits. Temporal applies the limits:
 * events over a limit wait in the task queue, so they take no worker's memory and delay no other destination.
 */
public final class DestinationWorkers {

    private final Destinations destinations;
    private final DestinationActivities activities;

    DestinationWorkers(Destinations destinations, DestinationActivities activities) {
        this.destinations = destinations;
        this.activities = activities;
    }

    /** Adds a worker for each destination to a factory that has not started. */
    public void register(WorkerFactory factory) {
        for (Destination destination : destinations.all()) {
            factory.newWorker(DestinationQueues.of(destination.name()), options(destination.limits()))
                    .registerActivitiesImplementations(activities);
        }
    }

    private static WorkerOptions options(Limits limits) {
        WorkerOptions.Builder options = OwnSlots.of(limits.concurrency());
        Double rate = limits.requestsPerSecond();
        return (rate == null ? options : options.setMaxTaskQueueActivitiesPerSecond(rate)).build();
    }
}
