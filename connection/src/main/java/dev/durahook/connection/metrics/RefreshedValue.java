package dev.durahook.connection.metrics;

import io.grpc.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A value that is fetched in the background, so that reading it never waits. A scrape that waited for an unreachable
 * Temporal would fail, and all other metrics would be missing too.
 */
public final class RefreshedValue<T> {

    private static final Logger LOG = LoggerFactory.getLogger(RefreshedValue.class);

    // Some metrics servers scrape only once a minute. A value that is older than this says nothing about the present.
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Supplier<T> fetch;
    private final Duration interval;
    private final Executor background;
    private final LongSupplier nanoTime;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile @Nullable FetchedValue<T> last;

    RefreshedValue(Supplier<T> fetch, Duration interval, Executor background, LongSupplier nanoTime) {
        this.fetch = fetch;
        this.interval = interval;
        this.background = background;
        this.nanoTime = nanoTime;
    }

    /**
     * The last value; empty if it has not been fetched yet, if it is too old, or if the last attempt failed. An attempt
     * that Temporal refused because of too many calls does not count.
     */
    public Optional<T> get() {
        FetchedValue<T> fetched = last;
        if (fetched == null || isPast(fetched.askedAt(), interval)) {
            refresh();
        }
        return fetched == null || isPast(fetched.at(), LONGEST)
                ? Optional.empty()
                : Optional.ofNullable(fetched.value());
    }

    private boolean isPast(long begin, Duration time) {
        return nanoTime.getAsLong() - begin >= time.toNanos();
    }

    private void refresh() {
        if (underWay.compareAndSet(false, true)) {
            begin();
        }
    }

    // Even if no thread can be started, a later attempt must be possible.
    private void begin() {
        try {
            background.execute(this::ask);
        } catch (RuntimeException | Error e) {
            underWay.set(false);
            throw e;
        }
    }

    private void ask() {
        try {
            last = fetched();
        } finally {
            underWay.set(false);
        }
    }

    private FetchedValue<T> fetched() {
        T value = null;
        try {
            value = fetch.get();
        } catch (RuntimeException e) {
            LOG.debug("The value of a metric could not be fetched: {}", e.getMessage());
            FetchedValue<T> before = last;
            if (before != null && isOverQuota(e)) {
                return new FetchedValue<>(before.value(), before.at(), nanoTime.getAsLong());
            }
        }
        long now = nanoTime.getAsLong();
        return new FetchedValue<>(value, now, now);
    }

    private static boolean isOverQuota(RuntimeException e) {
        return Status.fromThrowable(e).getCode() == Status.Code.RESOURCE_EXHAUSTED;
    }

    private record FetchedValue<T>(@Nullable T value, long at, long askedAt) {}
}
