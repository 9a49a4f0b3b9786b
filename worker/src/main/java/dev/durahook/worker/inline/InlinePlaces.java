package dev.durahook.worker.inline;

import dev.durahook.worker.destination.DestinationTaskQueues;
import dev.durahook.worker.destination.Destinations;
import dev.durahook.worker.handling.HandlerQueues;
import dev.durahook.worker.slots.InlineSlot;
import dev.durahook.worker.slots.QueueSlots;
import dev.durahook.workflows.routing.PlannedStep;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * The room for attempts inside workflow tasks. Such an attempt keeps its workflow task busy, so all attempts of the
 * workflows on one task queue together take no more than half of the tasks that the queue's worker runs at a time. Each
 * attempt takes one of the slots of its handler or its destination, so a slow handler or destination delays no other. One
 * activity of an author's own takes at most a quarter of all places.
 *
 * <p>An attempt waits a moment for its slot. In a burst of fast attempts a slot is soon free, and an activity would take
 * longer and cost more.
 */
final class InlinePlaces {

    private record OwnActivity(String workflows, String type) {

        OwnActivity ofAnyType() {
            return new OwnActivity(workflows, "");
        }
    }

    // A workflow may name an activity after its event's type, of which a sender can make up any number. All types
    // beyond
    // this number share their places.
    private static final int MOST_TYPES = 1_000;

    // A few attempts at a destination that answers quickly; not long enough to delay the events of others behind a
    // slow one.
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final Destinations destinations;
    private final DestinationTaskQueues destinationQueues;
    private final HandlerQueues handlers;
    private final QueueSlots slots;
    private final InlineLimit all;
    private final Map<OwnActivity, Semaphore> own = new ConcurrentHashMap<>();

    InlinePlaces(
            Destinations destinations,
            DestinationTaskQueues destinationQueues,
            HandlerQueues handlers,
            QueueSlots slots,
            InlineLimit all) {
        this.destinations = destinations;
        this.destinationQueues = destinationQueues;
        this.handlers = handlers;
        this.slots = slots;
        this.all = all;
    }

    /**
     * Takes a place for an attempt of an activity; empty if there is none, or if the activity must be scheduled.
     *
     * @param workflows the task queue of the workflow
     */
    Optional<InlinePlace> take(InlineActivity activity, String workflows) {
        Optional<String> queue = queueOf(activity, workflows);
        return queue.isEmpty() && activity.kind() == InlineActivity.Kind.OWN
                ? place(activity, workflows, workflows, () -> ofOwn(new OwnActivity(workflows, activity.type())))
                : queue.flatMap(found -> place(activity, found, workflows, () -> slots.take(found, PATIENCE)));
    }

    /** Takes a place for an attempt at a planned step, as for its activity. */
    Optional<InlinePlace> take(PlannedStep step, String workflows) {
        return isElsewhere(step) ? Optional.empty() : take(InlineActivity.of(step), workflows);
    }

    /**
     * Whether an attempt at a step may be made inside a workflow task, if there is a place. An activity of other workers
     * must be scheduled.
     */
    boolean allow(PlannedStep step, String workflows) {
        return !isElsewhere(step) && queueOf(InlineActivity.of(step), workflows).isPresent();
    }

    private static boolean isElsewhere(PlannedStep step) {
        return step.activity() != null;
    }

    private Optional<String> queueOf(InlineActivity activity, String workflows) {
        String destination = activity.destination();
        return destination == null ? handlers.of(workflows, activity.type()) : queueOf(destination);
    }

    // Empty if this worker does not serve the queue, or if the destination has a limit of events a second: Temporal
    // applies the limit only to what waits in the queue.
    private Optional<String> queueOf(String destination) {
        return destinations
                .find(destination)
                .filter(found -> found.limits().requestsPerSecond() == null)
                .map(found -> destinationQueues.of(found.name()));
    }

    // An author's own activities share the slots of the workflow's queue, which no limit of one activity bounds.
    private Optional<InlineSlot> ofOwn(OwnActivity activity) {
        OwnActivity counted = own.size() < MOST_TYPES || own.containsKey(activity) ? activity : activity.ofAnyType();
        Semaphore places =
                own.computeIfAbsent(counted, key -> new Semaphore(Math.max(1, all.most(key.workflows()) / 4)));
        return InlineSlot.of(places, PATIENCE);
    }

    private Optional<InlinePlace> place(
            InlineActivity activity, String queue, String workflows, Supplier<Optional<InlineSlot>> slot) {
        return slot.get()
                .flatMap(free -> ofWorker(workflows, free)
                        .map(counted -> new InlinePlace(activity.type(), queue, free, counted)));
    }

    // Counted only now, so that attempts that wait for a slow destination take no places from others.
    private Optional<InlineSlot> ofWorker(String workflows, InlineSlot free) {
        Optional<InlineSlot> counted = Optional.empty();
        try {
            counted = all.take(workflows);
            return counted;
        } finally {
            if (counted.isEmpty()) {
                free.giveBack();
            }
        }
    }
}
