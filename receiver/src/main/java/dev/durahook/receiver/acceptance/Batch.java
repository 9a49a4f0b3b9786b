package dev.durahook.receiver.acceptance;

import dev.durahook.receiver.acceptance.Acceptance.Cause;
import dev.durahook.receiver.acceptance.Acceptance.NotStored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The events of one delivery on their way, a few at a time, under one deadline.
 *
 * <p>An event whose turn does not come in time is not stored, and the sender comes back. What was stored by then is
 * known, so every redelivery gets further than the one before.
 */
final class Batch {

    // A call that ends at the deadline is still heard.
    private static final long GRACE = Duration.ofMillis(100).toNanos();

    private final Deadline deadline;
    private final Semaphore lanes;

    /**
     * Events with the same deadline.
     *
     * @param lanes how many are on their way at a time
     */
    Batch(Deadline deadline, int lanes) {
        this.deadline = deadline;
        this.lanes = new Semaphore(lanes);
    }

    /**
     * What became of each event, in the same order.
     *
     * @param last which events begin after all others. Where the time is not enough, it is for those that are missing
     */
    List<Acceptance> run(List<NewEvent> events, Predicate<NewEvent> last, Function<NewEvent, Start> begin) {
        Start[] begun = new Start[events.size()];
        List<Integer> later = new ArrayList<>();
        for (int i = 0; i < begun.length; i++) {
            if (last.test(events.get(i))) {
                later.add(i);
            } else {
                begun[i] = next(events.get(i), begin);
            }
        }
        later.forEach(i -> begun[i] = next(events.get(i), begin));
        return Stream.of(begun).map(this::await).toList();
    }

    /** What became of an event that has begun. */
    Acceptance await(Start start) {
        try {
            return start.result().get(deadline.remaining() + GRACE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            return interrupted();
        } catch (TimeoutException | ExecutionException e) {
            return start.late();
        }
    }

    private Start next(NewEvent event, Function<NewEvent, Start> begin) {
        try {
            if (deadline.remaining() == 0 || !lanes.tryAcquire(deadline.remaining(), TimeUnit.NANOSECONDS)) {
                return new Start(deadline)
                        .ended(new NotStored(Cause.DEADLINE_EXCEEDED, "there was no time left for it"));
            }
        } catch (InterruptedException e) {
            return new Start(deadline).ended(interrupted());
        }
        return begin.apply(event).whenEnded(lanes::release);
    }

    /** An event that is given up since its thread has to end. */
    static NotStored interrupted() {
        Thread.currentThread().interrupt();
        return new NotStored(Cause.UNAVAILABLE, "the receiver is stopping");
    }
}
