package dev.durahook.receiver.acceptance;

import com.netflix.concurrency.limits.limit.AIMDLimit;
import dev.durahook.receiver.acceptance.Acceptance.NotStored;
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
 * How many events are asked of Temporal at a time. A slow server that is asked for more than it can store within the
 * deadline stores them too late, for senders who have been told 503. So the number falls while calls take long, and grows
 * while they don't. Events that find no place wait for one, first come, first served.
 *
 * <p>docs/decisions/0031-temporal-is-asked-for-what-it-can-take.md has the measurements.
 */
final class Places implements MeterBinder {

    // So few that even a server that needs half a second for each is not asked too much.
    private static final int FEWEST = 4;
    private static final int AT_FIRST = 20;

    // A call that takes longer than this part of the deadline lowers the limit by one or by a fiftieth, and any other
    // raises it by one while half of it is in use: it stays where as many are slow as are not.
    private static final int SLOW_PART = 4;
    private static final double DECREASE = 0.98;

    private final Semaphore room;
    private final ResizableSemaphore free;
    private final AIMDLimit limit;
    private final AtomicInteger taken = new AtomicInteger();

    /**
     * Places that are all free.
     *
     * @param most how many events may be here at a time, those that wait included
     * @param timeout the longest that Temporal may take for an event
     */
    Places(int most, Duration timeout) {
        room = new Semaphore(most);
        limit = AIMDLimit.newBuilder()
                .minLimit(Math.min(FEWEST, most))
                .initialLimit(Math.min(AT_FIRST, most))
                .maxLimit(most)
                .backoffRatio(DECREASE)
                .timeout(timeout.toNanos() / SLOW_PART, TimeUnit.NANOSECONDS)
                .build();
        free = new ResizableSemaphore(limit.getLimit());
        limit.notifyOnChange(free::resize);
    }

    /** Takes a place, or nothing if there are too many events here, or none is given back in so many nanoseconds. */
    Optional<Place> take(long nanoseconds) throws InterruptedException {
        if (!room.tryAcquire()) {
            return Optional.empty();
        }
        boolean isFree = false;
        try {
            isFree = free.tryAcquire(nanoseconds, TimeUnit.NANOSECONDS);
        } finally {
            if (!isFree) {
                room.release();
            }
        }
        return isFree ? Optional.of(new Place(taken.incrementAndGet(), System.nanoTime())) : Optional.empty();
    }

    /** Gives a place back and learns from what became of the event. */
    void giveBack(Place place, Acceptance acceptance) {
        taken.decrementAndGet();
        if (tellsOfSpeed(acceptance)) {
            long took = Math.max(1, System.nanoTime() - place.since());
            limit.onSample(place.since(), took, place.inFlight(), acceptance instanceof NotStored);
        }
        free.release();
        room.release();
    }

    int limit() {
        return limit.getLimit();
    }

    int waiting() {
        return free.getQueueLength();
    }

    // A missing namespace is missing at any speed.
    private static boolean tellsOfSpeed(Acceptance acceptance) {
        return !(acceptance instanceof NotStored failure)
                || switch (failure.cause()) {
                    case UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, OVER_QUOTA, OVERLOADED -> true;
                    case REFUSED, FULL -> false;
                };
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "limit", "Events that Temporal is asked for at a time at most, as found", Places::limit);
        gauge(registry, "in.flight", "Events that Temporal is asked for now", places -> places.taken.get());
        gauge(registry, "waiting", "Events that wait until Temporal may be asked for them", Places::waiting);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Places> value) {
        Gauge.builder("durahook.acceptance." + name, this, value)
                .description(description)
                .register(registry);
    }
}
