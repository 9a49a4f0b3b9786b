package dev.durahook.receiver.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.acceptance.limit.Permits;
import dev.durahook.receiver.acceptance.start.Acceptance;
import dev.durahook.receiver.acceptance.start.Acceptance.Accepted;
import dev.durahook.receiver.acceptance.start.Acceptance.Cause;
import dev.durahook.receiver.acceptance.start.Acceptance.NotStored;
import dev.durahook.receiver.acceptance.start.Acceptance.PreviouslyAccepted;
import dev.durahook.receiver.acceptance.start.DeadlineStore;
import dev.durahook.receiver.acceptance.start.EventStore;
import dev.durahook.receiver.acceptance.start.Events;
import dev.durahook.receiver.acceptance.start.NewEvent;
import dev.durahook.receiver.acceptance.start.WorkflowStart;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.WaitingCalls;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The comparison of bodies, around the store that asks Temporal once per event. */
class FirstBodiesTest {

    private static final Acceptance SAME = new PreviouslyAccepted(false);
    private static final Acceptance OTHER = new PreviouslyAccepted(true);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Temporal temporal = new Temporal();
    private int start;
    private final EventStore bodies = above(temporal);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void sameBodyIsTheSameEvent() {
        assertThat(bodies.store(Events.named("1", "{\"a\":1}"))).isEqualTo(new Accepted());
        assertThat(bodies.store(Events.named("1", "{\"a\":1}"))).isEqualTo(SAME);
        assertThat(bodies.store(Events.named("2", "{\"a\":2}"))).isEqualTo(new Accepted());
    }

    @Test
    void firstBodyStaysTheOneToCompareWith() {
        bodies.store(Events.named("1", "first"));

        assertThat(bodies.store(Events.named("1", "other"))).isEqualTo(OTHER);
        assertThat(bodies.store(Events.named("1", "other"))).isEqualTo(OTHER);
        assertThat(bodies.store(Events.named("1", "first"))).isEqualTo(SAME);
    }

    @Test
    void bodyThatWasStoredCountsAndNotTheOneThatWasRefused() {
        temporal.down = true;
        assertThat(bodies.store(Events.named("1", "refused"))).isInstanceOf(NotStored.class);
        temporal.down = false;

        assertThat(bodies.store(Events.named("1", "first"))).isEqualTo(new Accepted());
        assertThat(bodies.store(Events.named("1", "first"))).isEqualTo(SAME);
        assertThat(bodies.store(Events.named("1", "refused"))).isEqualTo(OTHER);
    }

    // Temporal stored it and answered too late.
    @Test
    void bodyThatWasStoredUnseenCounts() {
        temporal.down = true;
        assertThat(bodies.store(Events.named("1", "first"))).isInstanceOf(NotStored.class);
        temporal.down = false;
        temporal.stored.put(Events.named("1").event().id(), "first");

        assertThat(bodies.store(Events.named("1", "other"))).isEqualTo(OTHER);
        assertThat(bodies.store(Events.named("1", "first"))).isEqualTo(SAME);
    }

    @Test
    void eventThatAnotherReceiverHasStoredIsComparedFromItsSecondBodyOn() {
        temporal.stored.put(Events.named("1").event().id(), "a");

        assertThat(bodies.store(Events.named("1", "a"))).isEqualTo(SAME);
        assertThat(bodies.store(Events.named("1", "b"))).isEqualTo(OTHER);
    }

    @Test
    void eventsOfOneDeliveryAreComparedToo() {
        bodies.store(Events.named("1", "first"));

        assertThat(bodies.storeAll(List.of(
                        Events.named("1", "other"),
                        Events.named("2", "first"),
                        Events.named("2", "other"),
                        Events.named("1", "first"))))
                .containsExactly(OTHER, new Accepted(), OTHER, SAME);
    }

    /** The delivery begins with each of its IDs once. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void firstOfTheEventsWithOneIdIsStoredWhereverTheDeliveryBegins(int position) {
        start = position;
        List<NewEvent> delivery = Stream.of("1=a", "1=b", "2=a", "3=a", "1=a", "2=a", "3=b")
                .map(event -> event.split("="))
                .map(event -> Events.named(event[0], event[1]))
                .toList();

        assertThat(bodies.storeAll(delivery))
                .containsExactly(new Accepted(), OTHER, new Accepted(), new Accepted(), SAME, SAME, OTHER);
        assertThat(temporal.stored)
                .hasSize(3)
                .allSatisfy((id, body) -> assertThat(body).isEqualTo("a"));
        assertThat(bodies.storeAll(delivery)).containsExactly(SAME, OTHER, SAME, SAME, SAME, SAME, OTHER);
    }

    @Test
    void bodyRefusedBeforeIsNotTakenForTheOneThatWasStored() {
        temporal.down = true;
        bodies.store(Events.named("1", "b"));
        temporal.down = false;

        assertThat(bodies.storeAll(List.of(Events.named("1", "a"), Events.named("1", "b"))))
                .containsExactly(new Accepted(), OTHER);
    }

    @Test
    void deliveryThatAnotherOneOvertakesIsComparedWithIt() {
        FirstBodies compared = new FirstBodies(10);
        EventStore store = once(compared.noting(temporal));
        NewEvent late = Events.named("1", "late");
        EventStore slow = compared.comparing(event -> {
            if (event == late) {
                assertThat(compared.comparing(store).store(Events.named("1", "early")))
                        .isEqualTo(new Accepted());
            }
            return store.store(event);
        });

        assertThat(slow.store(late)).isEqualTo(OTHER);
    }

    @Test
    void deliveryThatWaitsForAnotherOneIsComparedWithIt() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch sent = new CountDownLatch(1);
        EventStore store = above((event, start) -> {
            sent.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return temporal.store(event, start);
        });
        Future<Acceptance> first = threads.submit(() -> store.store(Events.named("1", "first")));
        sent.await();
        WaitingCalls<Acceptance> others = WaitingCalls.of(
                List.of(() -> store.store(Events.named("1", "first")), () -> store.store(Events.named("1", "other"))));
        others.await();
        release.countDown();

        assertThat(first.get()).isEqualTo(new Accepted());
        assertThat(others.results()).containsExactly(SAME, OTHER);
    }

    private EventStore above(DeadlineStore store) {
        FirstBodies compared = new FirstBodies(10);
        return compared.comparing(once(compared.noting(store)));
    }

    private EventStore once(DeadlineStore store) {
        return new OncePerEvent(
                store,
                new KnownEvents(10, Await.PATIENCE),
                new Permits(10, Await.PATIENCE),
                threads,
                Await.PATIENCE,
                2,
                events -> Math.min(start, events - 1));
    }

    private static final class Temporal implements DeadlineStore {

        private final Map<String, String> stored = new HashMap<>();
        private volatile boolean down;

        @Override
        public synchronized Acceptance store(NewEvent event, WorkflowStart start) {
            if (down) {
                return new NotStored(Cause.UNAVAILABLE, "it is down");
            }
            String body = event.body().getPayload().getData().toStringUtf8();
            return stored.putIfAbsent(event.event().id(), body) == null ? new Accepted() : new PreviouslyAccepted();
        }
    }
}
