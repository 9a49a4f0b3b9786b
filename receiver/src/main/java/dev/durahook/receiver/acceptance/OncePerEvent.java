package dev.durahook.receiver.acceptance;

import dev.durahook.receiver.acceptance.limit.Permits;
import dev.durahook.receiver.acceptance.limit.Permits.Permit;
import dev.durahook.receiver.acceptance.start.Acceptance;
import dev.durahook.receiver.acceptance.start.Acceptance.Cause;
import dev.durahook.receiver.acceptance.start.Acceptance.NotStored;
import dev.durahook.receiver.acceptance.start.Acceptance.PreviouslyAccepted;
import dev.durahook.receiver.acceptance.start.DeadlineStore;
import dev.durahook.receiver.acceptance.start.EventStore;
import dev.durahook.receiver.acceptance.start.NewEvent;
import dev.durahook.receiver.acceptance.start.WorkflowStart;
import dev.durahook.workflows.logging.LoggedEvent;
import io.grpc.Deadline;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;

/**
 * Calls Temporal once for an event that is delivered several times at the same moment, and returns by the deadline: the
 * call runs on another thread, and the request stops waiting at the deadline. An event that gets no permit in time
 * is not sent to Temporal at all.
 */
final class OncePerEvent implements EventStore {

    private final DeadlineStore store;
    private final KnownEvents known;
    private final Permits permits;
    private final Executor executor;
    private final Duration timeout;
    private final int lanes;
    private final IntUnaryOperator start;
    private final ConcurrentMap<String, WorkflowStart> underWay = new ConcurrentHashMap<>();

    /**
     * Wraps a store.
     *
     * @param permits limits how many events are in flight at a time
     * @param executor must run each task at once
     * @param timeout the longest time that a call of {@link #store} or {@link #storeAll} may take
     * @param lanes how many events of one delivery are in flight at a time
     */
    OncePerEvent(
            DeadlineStore store, KnownEvents known, Permits permits, Executor executor, Duration timeout, int lanes) {
        this(
                store,
                known,
                permits,
                executor,
                timeout,
                lanes,
                events -> ThreadLocalRandom.current().nextInt(events));
    }

    /**
     * Wraps a store, and begins each delivery of several events with a certain one.
     *
     * @param start gets the number of events, and returns the position of the event to begin with, from 0
     */
    OncePerEvent(
            DeadlineStore store,
            KnownEvents known,
            Permits permits,
            Executor executor,
            Duration timeout,
            int lanes,
            IntUnaryOperator start) {
        this.store = store;
        this.known = known;
        this.permits = permits;
        this.executor = executor;
        this.timeout = timeout;
        this.lanes = lanes;
        this.start = start;
    }

    @Override
    public Acceptance store(NewEvent event) {
        return begin(event, deadline()).await();
    }

    @Override
    public List<Acceptance> storeAll(List<NewEvent> events) {
        Deadline deadline = deadline();
        DistinctEvents distinct = new DistinctEvents(events);
        Batch batch = new Batch(deadline, lanes, known, start);
        return distinct.results(batch.run(distinct.toStore(), event -> begin(event, deadline)));
    }

    private Deadline deadline() {
        return Deadline.after(timeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    private WorkflowStart begin(NewEvent event, Deadline deadline) {
        String id = event.event().id();
        WorkflowStart mine = new WorkflowStart(deadline);
        if (known.contains(id)) {
            return mine.ended(new PreviouslyAccepted());
        }
        WorkflowStart current = underWay.compute(id, (same, first) -> first == null || first.isLate() ? mine : first);
        if (current != mine) {
            return current.asDuplicate();
        }
        start(event, mine);
        return mine;
    }

    private void start(NewEvent event, WorkflowStart start) {
        try {
            Optional<Permit> permit = permits.take(start.deadline());
            if (permit.isPresent()) {
                execute(event, start, permit.get());
            } else {
                settle(event, start, full());
            }
        } catch (InterruptedException e) {
            settle(event, start, WorkflowStart.interrupted());
        }
    }

    // Even if no thread can be started, the permit must be given back: otherwise the permit is lost for ever.
    private void execute(NewEvent event, WorkflowStart start, Permit permit) {
        boolean begun = false;
        String problem = "the receiver can't start a thread";
        try {
            executor.execute(Context.current().wrap(() -> finish(event, start, permit)));
            begun = true;
        } catch (RejectedExecutionException expected) {
            problem = "the receiver is stopping";
        } catch (OutOfMemoryError expected) {
            // Java throws it if no thread can be started. The sender gets a 503.
        } finally {
            if (!begun) {
                NotStored notBegun = new NotStored(Cause.UNAVAILABLE, problem);
                permits.giveBack(permit, notBegun);
                settle(event, start, notBegun);
            }
        }
    }

    private void finish(NewEvent event, WorkflowStart start, Permit permit) {
        Acceptance acceptance = new NotStored(Cause.UNAVAILABLE, "the start was aborted");
        try {
            long era = known.era();
            acceptance = stored(event, start);
            if (!(acceptance instanceof NotStored)) {
                known.add(event.event().id(), era);
            }
        } finally {
            permits.giveBack(permit, acceptance);
            settle(event, start, acceptance);
        }
    }

    private Acceptance stored(NewEvent event, WorkflowStart start) {
        LoggedEvent logged = LoggedEvent.of(event.event());
        try {
            return store.store(event, start);
        } finally {
            logged.end();
        }
    }

    // Called after the ID was added to the known events, so that a duplicate in between rarely reaches Temporal.
    private void settle(NewEvent event, WorkflowStart start, Acceptance acceptance) {
        underWay.remove(event.event().id(), start);
        start.ended(acceptance);
    }

    private NotStored full() {
        return new NotStored(
                Cause.FULL,
                "%s events are being sent to Temporal, which is as many as it takes now, and %s are waiting"
                        .formatted(permits.limit(), permits.waiting()));
    }
}
