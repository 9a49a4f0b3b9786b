package dev.durahook.receiver.acceptance;

import dev.durahook.receiver.acceptance.Acceptance.Cause;
import dev.durahook.receiver.acceptance.Acceptance.NotStored;
import dev.durahook.receiver.acceptance.Acceptance.PreviouslyAccepted;
import dev.durahook.workflows.logging.LoggedEvent;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Asks Temporal once for what is delivered many times at the same moment, and keeps the promise of an answer in time:
 * the call runs beside the request, which leaves when the deadline is over. An event that could not be stored by then is
 * not sent to Temporal at all.
 */
final class OncePerEvent implements EventStore {

    private final TimelyStore store;
    private final KnownEvents known;
    private final Places places;
    private final Executor executor;
    private final Duration timeout;
    private final int lanes;
    private final ConcurrentMap<String, Start> underWay = new ConcurrentHashMap<>();

    /**
     * Wraps a store.
     *
     * @param places bounds how many events are on their way at a time
     * @param executor makes the calls, at once
     * @param timeout the longest that Temporal may take for what {@link #store} or {@link #storeAll} brings
     * @param lanes how many events of one delivery are on their way at a time
     */
    OncePerEvent(TimelyStore store, KnownEvents known, Places places, Executor executor, Duration timeout, int lanes) {
        this.store = store;
        this.known = known;
        this.places = places;
        this.executor = executor;
        this.timeout = timeout;
        this.lanes = lanes;
    }

    @Override
    public Acceptance store(NewEvent event) {
        Deadline deadline = Deadline.in(timeout);
        return new Batch(deadline, 1).await(begin(event, deadline));
    }

    @Override
    public List<Acceptance> storeAll(List<NewEvent> events) {
        Deadline deadline = Deadline.in(timeout);
        return new Batch(deadline, lanes)
                .run(events, event -> known.hasSeen(event.event().id()), event -> begin(event, deadline));
    }

    private Start begin(NewEvent event, Deadline deadline) {
        String id = event.event().id();
        Start mine = new Start(deadline);
        if (known.contains(id)) {
            return mine.ended(new PreviouslyAccepted());
        }
        Start first = underWay.putIfAbsent(id, mine);
        if (first != null) {
            return first.asDuplicate();
        }
        start(event, mine);
        return mine;
    }

    private void start(NewEvent event, Start start) {
        try {
            Optional<Place> place = places.take(start.deadline());
            if (place.isPresent()) {
                execute(event, start, place.get());
            } else {
                settle(event, start, full());
            }
        } catch (InterruptedException e) {
            settle(event, start, Batch.interrupted());
        }
    }

    // A place that is not given back is lost for ever, also where no thread can be had.
    private void execute(NewEvent event, Start start, Place place) {
        boolean begun = false;
        try {
            executor.execute(Context.current().wrap(() -> finish(event, start, place)));
            begun = true;
        } catch (RejectedExecutionException expected) {
            // It is said below.
        } finally {
            if (!begun) {
                NotStored stopping = new NotStored(Cause.UNAVAILABLE, "the receiver is stopping");
                places.giveBack(place, stopping);
                settle(event, start, stopping);
            }
        }
    }

    private void finish(NewEvent event, Start start, Place place) {
        Acceptance acceptance = new NotStored(Cause.UNAVAILABLE, "the start was aborted");
        LoggedEvent logged = LoggedEvent.of(event.event());
        long era = known.era();
        try {
            acceptance = store.store(event, start);
        } finally {
            logged.end();
            places.giveBack(place, acceptance);
            if (!(acceptance instanceof NotStored)) {
                known.add(event.event().id(), era);
            }
            settle(event, start, acceptance);
        }
    }

    // Known before it is no longer under way, so that a duplicate hardly ever falls between the two.
    private void settle(NewEvent event, Start start, Acceptance acceptance) {
        underWay.remove(event.event().id(), start);
        start.ended(acceptance);
    }

    private NotStored full() {
        return new NotStored(
                Cause.FULL,
                "Temporal is asked for %d events at a time now, and %d wait"
                        .formatted(places.limit(), places.waiting()));
    }
}
