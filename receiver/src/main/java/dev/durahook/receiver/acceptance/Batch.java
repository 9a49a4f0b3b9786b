package dev.durahook.receiver.acceptance;

import dev.durahook.receiver.acceptance.start.Acceptance;
import dev.durahook.receiver.acceptance.start.Acceptance.Cause;
import dev.durahook.receiver.acceptance.start.Acceptance.NotStored;
import dev.durahook.receiver.acceptance.start.Acceptance.PreviouslyAccepted;
import dev.durahook.receiver.acceptance.start.NewEvent;
import dev.durahook.receiver.acceptance.start.WorkflowStart;
import io.grpc.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/**
 * Stores the events of one delivery, a few at a time, under one deadline.
 *
 * <p>An event whose turn does not come before the deadline is not stored, and the sender has to deliver again. Events
 * that were stored by then are remembered, so each redelivery gets further than the delivery before. Events that can't be
 * recognised, because their IDs are random or because the receiver remembers none, get their turns as well: each delivery
 * begins with an event chosen by chance, and goes on with the first after the last.
 */
final class Batch {

    private final Deadline deadline;
    private final Semaphore lanes;
    private final KnownEvents known;
    private final IntUnaryOperator start;

    /**
     * A batch of events with the same deadline.
     *
     * @param lanes how many events may be in flight at a time
     * @param known the events that need no turn, because they are certainly stored; and those to begin after all others:
     *     they were stored before, so the time is better spent on the others
     * @param start gets the number of events, and returns the position of the event to begin with, from 0
     */
    Batch(Deadline deadline, int lanes, KnownEvents known, IntUnaryOperator start) {
        this.deadline = deadline;
        this.lanes = new Semaphore(lanes);
        this.known = known;
        this.start = start;
    }

    /**
     * Stores the events and returns their results, in the order of the events.
     *
     * @param begin begins to store an event
     */
    List<Acceptance> run(List<NewEvent> events, Function<NewEvent, WorkflowStart> begin) {
        WorkflowStart[] begun = new WorkflowStart[events.size()];
        List<Integer> later = new ArrayList<>();
        int first = events.isEmpty() ? 0 : start.applyAsInt(events.size());
        for (int turn = 0; turn < begun.length; turn++) {
            int i = (first + turn) % begun.length;
            if (known.hasSeen(events.get(i).event().id())) {
                later.add(i);
            } else {
                begun[i] = next(events.get(i), begin);
            }
        }
        later.forEach(i -> begun[i] = next(events.get(i), begin));
        return Stream.of(begun).map(WorkflowStart::await).toList();
    }

    // An event that is certainly stored must not wait for a lane, and must not count as missing after the deadline.
    private WorkflowStart next(NewEvent event, Function<NewEvent, WorkflowStart> begin) {
        if (known.contains(event.event().id())) {
            return new WorkflowStart(deadline).ended(new PreviouslyAccepted());
        }
        try {
            if (deadline.isExpired()
                    || !lanes.tryAcquire(deadline.timeRemaining(TimeUnit.NANOSECONDS), TimeUnit.NANOSECONDS)) {
                return new WorkflowStart(deadline)
                        .ended(new NotStored(
                                Cause.DEADLINE_EXCEEDED, "the deadline passed before the event's turn came"));
            }
        } catch (InterruptedException e) {
            return new WorkflowStart(deadline).ended(WorkflowStart.interrupted());
        }
        return begin.apply(event).whenEnded(lanes::release);
    }
}
