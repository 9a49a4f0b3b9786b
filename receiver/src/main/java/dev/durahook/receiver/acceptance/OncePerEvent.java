package dev.durahook.receiver.acceptance;

import dev.durahook.receiver.acceptance.Acceptance.Accepted;
import dev.durahook.receiver.acceptance.Acceptance.Cause;
import dev.durahook.receiver.acceptance.Acceptance.NotStored;
import dev.durahook.receiver.acceptance.Acceptance.PreviouslyAccepted;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks Temporal once for what is delivered many times at the same moment, and keeps the promise of an answer in time:
 * the call runs beside the request, which leaves when the deadline is over.
 */
final class OncePerEvent implements EventStore {

    private final EventStore store;
    private final KnownEvents known;
    private final Executor executor;
    private final Duration deadline;
    private final ConcurrentMap<String, CompletableFuture<Acceptance>> underWay = new ConcurrentHashMap<>();

    /**
     * Wraps a store.
     *
     * @param executor bounds how many events are on their way at a time, by rejecting what is more
     * @param deadline the longest that {@link #store} takes
     */
    OncePerEvent(EventStore store, KnownEvents known, Executor executor, Duration deadline) {
        this.store = store;
        this.known = known;
        this.executor = executor;
        this.deadline = deadline;
    }

    @Override
    public Acceptance store(NewEvent event) {
        String id = event.event().id();
        if (known.contains(id)) {
            return new PreviouslyAccepted();
        }
        CompletableFuture<Acceptance> mine = new CompletableFuture<>();
        CompletableFuture<Acceptance> first = underWay.putIfAbsent(id, mine);
        if (first != null) {
            return asDuplicate(await(first));
        }
        begin(event, mine);
        return await(mine);
    }

    private void begin(NewEvent event, CompletableFuture<Acceptance> result) {
        try {
            executor.execute(() -> finish(event, result));
        } catch (RejectedExecutionException e) {
            settle(event, result, new NotStored(Cause.FULL, "too many events on their way"));
        }
    }

    private void finish(NewEvent event, CompletableFuture<Acceptance> result) {
        Acceptance acceptance = new NotStored(Cause.UNAVAILABLE, "the start was aborted");
        try {
            acceptance = store.store(event);
        } finally {
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

    private Acceptance await(CompletableFuture<Acceptance> result) {
        try {
            return result.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new NotStored(Cause.UNAVAILABLE, "the receiver is stopping");
        } catch (TimeoutException | ExecutionException e) {
            return new NotStored(Cause.DEADLINE_EXCEEDED, "Temporal did not answer in time");
        }
    }

    private static Acceptance asDuplicate(Acceptance acceptance) {
        return acceptance instanceof Accepted ? new PreviouslyAccepted() : acceptance;
    }
}
