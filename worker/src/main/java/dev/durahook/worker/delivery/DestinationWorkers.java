package dev.durahook.worker.delivery;

import dev.durahook.workflows.delivery.DeliveryActivities;
import dev.durahook.workflows.delivery.DestinationQueues;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import io.temporal.worker.tuning.PollerBehaviorAutoscaling;

/**
 * Works on the task queue of each destination, within its limits. They are Temporal's own: what is over them waits in
 * the queue, in no worker's memory and no worker's way.
 */
public final class DestinationWorkers {

    // A poller is a request that is always open. One while there is nothing to do, so that a hundred destinations are
    // affordable; ten get some two hundred deliveries a second, where a fixed two get half of that.
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
