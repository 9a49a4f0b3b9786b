package dev.durahook.workflows.operations;

import dev.durahook.workflows.parking.ParkingActivities;
import io.temporal.activity.Activity;
import io.temporal.client.ActivityCanceledException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A number of events in pages, instead of Temporal's lists. The next page begins at the number that is its token. */
final class ScriptedEvents implements OperationActivities, ParkingActivities {

    private static final int ASKED_AT_MOST = 5;

    private final int number;
    private final List<String> acted = Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch reached = new CountDownLatch(1);
    private int stopsAt = Integer.MAX_VALUE;
    private int failsAt = Integer.MAX_VALUE;
    private boolean registered;

    ScriptedEvents(int number) {
        this.number = number;
    }

    /** Waits at this event until the operation is cancelled. */
    ScriptedEvents stopAt(int event) {
        stopsAt = event;
        return this;
    }

    /** Each attempt that comes to this event fails. */
    ScriptedEvents failAt(int event) {
        failsAt = event;
        return this;
    }

    /** Lets operations set the search attribute, on a server that has it. */
    ScriptedEvents registerStatus() {
        registered = true;
        return this;
    }

    void awaitStop() throws InterruptedException {
        reached.await();
    }

    List<String> acted() {
        return List.copyOf(acted);
    }

    List<Integer> sizes() {
        return List.copyOf(sizes);
    }

    @Override
    public boolean statusAttributeRegistered() {
        return registered;
    }

    @Override
    public OperationScope look(OperationRequest request) {
        if (request.query() != null) {
            throw InvalidOperation.of(request.operation(), "Temporal does not take the query: syntax error");
        }
        return new OperationScope(number, "ann@shop.example");
    }

    @Override
    public EventPage list(OperationOrder order, @Nullable String from, int size) {
        sizes.add(size);
        int begin = from == null ? 0 : Integer.parseInt(from);
        int end = Math.min(number, begin + Math.min(size, ASKED_AT_MOST));
        return new EventPage(
                IntStream.range(begin, end)
                        .mapToObj(i -> new EventRun("shop:" + i, "run-" + i))
                        .toList(),
                end == number ? null : String.valueOf(end));
    }

    @Override
    public PageOutcome act(OperationOrder order, List<EventRun> events) {
        PageOutcome outcome = PageOutcome.NONE;
        for (EventRun event : events) {
            if (event.id().equals("shop:" + stopsAt) && isCancelled()) {
                return outcome;
            }
            if (event.id().equals("shop:" + failsAt)) {
                reached.countDown();
                throw new IllegalStateException("Temporal is away");
            }
            acted.add(order.requestId(event));
            outcome = outcome.and(outcome(event));
        }
        return outcome;
    }

    private boolean isCancelled() {
        reached.countDown();
        try {
            while (true) {
                Activity.getExecutionContext().heartbeat(null);
                Thread.sleep(20);
            }
        } catch (ActivityCanceledException cancelled) {
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    // The fourth event of ten fails, and the seventh is left alone.
    private static PageOutcome outcome(EventRun event) {
        return switch (event.id().charAt(event.id().length() - 1)) {
            case '3' -> PageOutcome.failed(event, "the signal is refused");
            case '6' -> PageOutcome.skipped("no longer parked");
            default -> PageOutcome.done(event);
        };
    }
}
