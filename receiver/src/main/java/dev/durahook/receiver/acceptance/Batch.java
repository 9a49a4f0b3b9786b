package dev.durahook.receiver.acceptance;

import dev.durahook.receiver.acceptance.Acceptance.Cause;
import dev.durahook.receiver.acceptance.Acceptance.NotStored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The events of one delivery on their way, a few at a time, under one deadline.
 *
 * <p>An event whose turn does not come in time is not stored, and the sender comes back. What was stored by then is
 * known, so every redelivery gets further than the one before.
 */
final class Batch {

    private final long end;
    private final Semaphore lanes;

    /**
     * Begins now.
     *
     * @param deadline how long all events together may take
     * @param lanes how many are on their way at a time
     */
    Batch(Duration deadline, int lanes) {
        this.end = System.nanoTime() + deadline.toNanos();
        this.lanes = new Semaphore(lanes);
    }

    /** What became of each event, in the same order. */
    List<Acceptance> run(List<NewEvent> events, Function<NewEvent, CompletableFuture<Acceptance>> begin) {
        List<CompletableFuture<Acceptance>> begun = new ArrayList<>();
        for (NewEvent event : events) {
            begun.add(next(event, begin));
        }
        return begun.stream().map(this::await).toList();
    }

    /** What became of an event that has begun. */
    Acceptance await(CompletableFuture<Acceptance> result) {
        try {
            return result.get(remaining(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            return interrupted();
        } catch (TimeoutException | ExecutionException e) {
            return late();
        }
    }

    private CompletableFuture<Acceptance> next(
            NewEvent event, Function<NewEvent, CompletableFuture<Acceptance>> begin) {
        try {
            if (remaining() == 0 || !lanes.tryAcquire(remaining(), TimeUnit.NANOSECONDS)) {
                return CompletableFuture.completedFuture(late());
            }
        } catch (InterruptedException e) {
            return CompletableFuture.completedFuture(interrupted());
        }
        return begin.apply(event).whenComplete((acceptance, failure) -> lanes.release());
    }

    private long remaining() {
        return Math.max(0, end - System.nanoTime());
    }

    private static NotStored late() {
        return new NotStored(Cause.DEADLINE_EXCEEDED, "Temporal did not answer in time");
    }

    private static NotStored interrupted() {
        Thread.currentThread().interrupt();
        return new NotStored(Cause.UNAVAILABLE, "the receiver is stopping");
    }
}
