package dev.durahook.worker.delivery;

import dev.durahook.workflows.delivery.DeliveryActivities;
import dev.durahook.workflows.delivery.DestinationQueues;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import io.temporal.worker.tuning.PollerBehaviorAutoscaling;

/**
 * Runs a worker for the task queue of each destination, within the destination's limits. Temporal applies the limits:
 * deliveries over a limit wait in the task queue, so they take no worker's memory and delay no other destination.
 */
public final class DestinationWorkers {

    // A poller is a request that is always open. One poller while there is nothing to do keeps a hundred destinations
    // affordable. Ten pollers make about two hundred deliveries a second, twice as many as a fixed two.
    private static final PollerBehaviorAutoscaling POLLERS = new PollerBehaviorAutoscaling(1, 10, 1);

    private final Destinations destinations;
    private final DeliveryActivities activities;

    DestinationWorkers(Destinations destinations, DeliveryActivities activities) {
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
        WorkerOptions.Builder options = WorkerOptions.newBuilder()
                .setMaxConcurrentActivityExecutionSize(limits.concurrency())
                .setActivityTaskPollersBehavior(POLLERS);
        Double rate = limits.requestsPerSecond();
        return (rate == null ? options : options.setMaxTaskQueueActivitiesPerSecond(rate)).build();
    }
}
