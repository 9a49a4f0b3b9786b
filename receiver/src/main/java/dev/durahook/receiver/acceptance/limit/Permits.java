package dev.durahook.receiver.acceptance.limit;

import dev.durahook.receiver.acceptance.start.Acceptance;
import dev.durahook.receiver.acceptance.start.Acceptance.NotStored;
import io.grpc.Deadline;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;

/**
 * Limits how many events are sent to Temporal at a time. A slow server that gets more than it can store within the
 * deadline stores them too late, after the senders got 503. So the limit falls while calls take long, and grows while
 * they don't. Events above the limit wait, first come, first served.
 *
 * <p>docs/decisions/0027-temporal-is-asked-for-what-it-can-take.md has the measurements.
 */
public final class Permits implements MeterBinder {

    // Few enough even for a server that needs half a second for each event.
    private static final int FEWEST = 4;
    private static final int AT_FIRST = 20;

    // A call should take a quarter of the timeout.
    private static final int PART_OF_THE_TIME = 4;

    // An event whose call begins with less time left than three average calls take would often be late. While calls are
    // quick, an event may wait longer, as in a burst or while the server pauses; while they are slow, waiting would
    // only make it late.
    private static final int CALL_TIMES = 3;

    private final Semaphore room;
    private final ResizableSemaphore free;
    private final AdaptiveLimit limit;
    private final AtomicInteger taken = new AtomicInteger();

    /**
     * Permits that are all free.
     *
     * @param most how many events may be in flight or waiting at a time
     * @param timeout the longest time that Temporal may take for an event
     */
    public Permits(int most, Duration timeout) {
        room = new Semaphore(most);
        limit = new AdaptiveLimit(
                Math.min(FEWEST, most),
                Math.min(AT_FIRST, most),
                most,
                timeout.dividedBy(PART_OF_THE_TIME),
                System.nanoTime());
        free = new ResizableSemaphore(limit.value());
    }

    /**
     * Takes a permit, after waiting for one if necessary. Empty if too many events are in flight or waiting, or if no
     * permit became free in time.
     */
    public Optional<Permit> take(Deadline deadline) throws InterruptedException {
        if (!room.tryAcquire()) {
            return Optional.empty();
        }
        Optional<Permit> permit = Optional.empty();
        try {
            permit = takeFree(longestWait(deadline.timeRemaining(TimeUnit.NANOSECONDS)));
        } finally {
            if (permit.isEmpty()) {
                room.release();
            }
        }
        return permit;
    }

    // If there is no memory for the permit, its place must be free again.
    private Optional<Permit> takeFree(long longest) throws InterruptedException {
        if (!free.tryAcquire(longest, TimeUnit.NANOSECONDS)) {
            return Optional.empty();
        }
        try {
            Optional<Permit> permit = Optional.of(new Permit(System.nanoTime()));
            taken.incrementAndGet();
            return permit;
        } catch (Error e) {
            free.release();
            throw e;
        }
    }

    /** How long an event may wait for a permit if this much of its time is left, in nanoseconds. */
    synchronized long longestWait(long left) {
        return Math.max(left / 8, Math.min(left / 4 * 3, left - CALL_TIMES * limit.callTime()));
    }

    /** Gives a permit back, and adapts the limit to how long the call took. */
    public void giveBack(Permit permit, Acceptance acceptance) {
        int inUse = taken.getAndDecrement();
        if (tellsOfSpeed(acceptance)) {
            learn(permit, inUse, acceptance instanceof NotStored);
        }
        free.release();
        room.release();
    }

    private synchronized void learn(Permit permit, int inUse, boolean failed) {
        limit.learn(permit.since(), System.nanoTime(), inUse, failed);
        free.resize(limit.value());
    }

    /** How many events may be sent to Temporal at a time now. */
    public synchronized int limit() {
        return limit.value();
    }

    /** How many events wait to be sent to Temporal. */
    public int waiting() {
        return free.getQueueLength();
    }

    // A missing namespace, for example, says nothing about the server's speed.
    private static boolean tellsOfSpeed(Acceptance acceptance) {
        return !(acceptance instanceof NotStored failure)
                || switch (failure.cause()) {
                    case UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, OVER_QUOTA, OVERLOADED -> true;
                    case REFUSED, FULL -> false;
                };
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(
                registry,
                "limit",
                "Highest number of events that may be sent to Temporal at a time, adapted to its speed",
                Permits::limit);
        gauge(registry, "in.flight", "Events being sent to Temporal now", permits -> permits.taken.get());
        gauge(registry, "waiting", "Events that wait to be sent to Temporal", Permits::waiting);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Permits> value) {
        Gauge.builder("durahook.acceptance." + name, this, value)
                .description(description)
                .register(registry);
    }

    /**
     * Permission to call Temporal for one event, until it is given back.
     *
     * @param since when it was taken, a time of {@link System#nanoTime}
     */
    public record Permit(long since) {}

    /**
     * A fair semaphore whose number of permits can change. If the number falls, the next permits that are released are
     * withdrawn.
     */
    private static final class ResizableSemaphore extends Semaphore {

        private int size;

        ResizableSemaphore(int size) {
            super(size, true);
            this.size = size;
        }

        /** Must not be called by two threads at a time. */
        void resize(int wanted) {
            if (wanted > size) {
                release(wanted - size);
            } else {
                reducePermits(size - wanted);
            }
            size = wanted;
        }
    }
}
