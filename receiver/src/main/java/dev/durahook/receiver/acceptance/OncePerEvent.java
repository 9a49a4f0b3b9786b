package dev.durahook.receiver.acceptance;

import dev.durahook.receiver.acceptance.Acceptance.Accepted;
import dev.durahook.receiver.acceptance.Acceptance.Cause;
import dev.durahook.receiver.acceptance.Acceptance.NotStored;
import dev.durahook.receiver.acceptance.Acceptance.PreviouslyAccepted;
import dev.durahook.workflows.logging.LoggedEvent;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Asks Temporal once for what is delivered many times at the same moment, and keeps the promise of an answer in time:
 * the call runs beside the request, which leaves when the deadline is over.
 */
final class OncePerEvent implements EventStore {

    private final EventStore store;
    private final KnownEvents known;
    private final Executor executor;
    private final Duration deadline;
    private final int lanes;
    private final ConcurrentMap<String, CompletableFuture<Acceptance>> underWay = new ConcurrentHashMap<>();

    /**
     * Wraps a store.
     *
     * @param executor bounds how many events are on their way at a time, by rejecting what is more
     * @param deadline the longest that {@link #store} and {@link #storeAll} take
     * @param lanes how many events of one delivery are on their way at a time
     */
    OncePerEvent(EventStore store, KnownEvents known, Executor executor, Duration deadline, int lanes) {
        this.store = store;
        this.known = known;
        this.executor = executor;
        this.deadline = deadline;
        this.lanes = lanes;
    }

    @Override
    public Acceptance store(NewEvent event) {
        return new Batch(deadline, 1).await(begin(event));
    }

    @Override
    public List<Acceptance> storeAll(List<NewEvent> events) {
        return new Batch(deadline, lanes).run(events, this::begin);
    }

    private CompletableFuture<Acceptance> begin(NewEvent event) {
        String id = event.event().id();
        if (known.contains(id)) {
            return CompletableFuture.completedFuture(new PreviouslyAccepted());
        }
        CompletableFuture<Acceptance> mine = new CompletableFuture<>();
        CompletableFuture<Acceptance> first = underWay.putIfAbsent(id, mine);
        if (first != null) {
            return first.thenApply(OncePerEvent::asDuplicate);
        }
        start(event, mine);
        return mine;
    }

    private void start(NewEvent event, CompletableFuture<Acceptance> result) {
        try {
            executor.execute(Context.current().wrap(() -> finish(event, result)));
        } catch (RejectedExecutionException e) {
            settle(event, result, new NotStored(Cause.FULL, "too many events on their way"));
        }
    }

    private void finish(NewEvent event, CompletableFuture<Acceptance> result) {
        Acceptance acceptance = new NotStored(Cause.UNAVAILABLE, "the start was aborted");
        LoggedEvent logged = LoggedEvent.of(event.event());
        try {
            acceptance = store.store(event);
        } finally {
            logged.end();
            settle(event, result, acceptance);
        }
    }

    // Known before it is no longer under way, so that a duplicate hardly ever falls between the two.
    private void settle(NewEvent event, CompletableFuture<Acceptance> result, Acceptance acceptance) {
        if (!(acceptance instanceof NotStored)) {
            known.add(event.event().id());
        }
        underWay.remove(event.event().id(), result);
        result.complete(acceptance);
    }

    private static Acceptance asDuplicate(Acceptance acceptance) {
        return acceptance instanceof Accepted ? new PreviouslyAccepted() : acceptance;
    }
}
