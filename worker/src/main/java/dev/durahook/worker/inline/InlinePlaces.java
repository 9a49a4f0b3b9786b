package dev.durahook.worker.inline;

import dev.durahook.worker.destination.Destinations;
import dev.durahook.worker.handling.HandlerQueues;
import dev.durahook.worker.slots.InlineSlot;
import dev.durahook.worker.slots.OwnSlots;
import dev.durahook.workflows.destination.DestinationActivities;
import dev.durahook.workflows.destination.DestinationQueues;
import dev.durahook.workflows.routing.PlannedStep;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * The room for attempts inside workflow tasks. Such an attempt keeps its workflow task busy, so all of them together
 * take no more than half of the tasks that this worker runs at a time. Each attempt takes one of the slots of its
 * handler or its destination, so a slow handler or destination delays no other.
 */
final class InlinePlaces {

    private final Destinations destinations;
    private final HandlerQueues handlers;
    private final OwnSlots slots;
    private final Semaphore all;

    InlinePlaces(Destinations destinations, HandlerQueues handlers, OwnSlots slots, int most) {
        this.destinations = destinations;
        this.handlers = handlers;
        this.slots = slots;
        this.all = new Semaphore(most);
    }

    /**
     * Takes a place for an attempt at a step; empty if there is none, or if the step's activity must be scheduled.
     *
     * @param workflows the task queue of the step's workflow
     */
    Optional<InlinePlace> take(PlannedStep step, String workflows) {
        return queueOf(step, workflows).flatMap(queue -> placeAt(queue, step));
    }

    // Empty if this worker does not serve the queue, if other workers run the destination's activity, or if the
    // destination has a limit of events a second: Temporal
    // applies the limit only to what waits in the queue.
    private Optional<String> queueOf(PlannedStep step, String workflows) {
        return switch (step.kind()) {
            case HANDLER -> handlers.of(workflows, step.name());
            case DELIVERY ->
                destinations
                        .find(step.name())
                        .filter(destination -> step.activity() == null)
                        .filter(destination -> destination.limits().requestsPerSecond() == null)
                        .map(destination -> DestinationQueues.of(destination.name()));
        };
    }

    private Optional<InlinePlace> placeAt(String queue, PlannedStep step) {
        if (!all.tryAcquire()) {
            return Optional.empty();
        }
        Optional<InlineSlot> slot = slots.take(queue);
        if (slot.isEmpty()) {
            all.release();
        }
        return slot.map(taken -> new InlinePlace(activity(step), queue, taken, all));
    }

    private static String activity(PlannedStep step) {
        return switch (step.kind()) {
            case HANDLER -> step.name();
            case DELIVERY -> DestinationActivities.DELIVER;
        };
    }
}
