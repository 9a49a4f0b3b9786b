package dev.durahook.receiver.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.acceptance.limit.Permits;
import dev.durahook.receiver.acceptance.start.Acceptance;
import dev.durahook.receiver.acceptance.start.Acceptance.Accepted;
import dev.durahook.receiver.acceptance.start.Acceptance.Cause;
import dev.durahook.receiver.acceptance.start.Acceptance.NotStored;
import dev.durahook.receiver.acceptance.start.Acceptance.PreviouslyAccepted;
import dev.durahook.receiver.acceptance.start.EventStore;
import dev.durahook.receiver.acceptance.start.Events;
import dev.durahook.receiver.acceptance.start.NewEvent;
import dev.durahook.testsupport.Await;
import io.grpc.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many events of one delivery, in the store that asks Temporal once per event. */
class BatchTest {

    private static final Duration LONG = Await.PATIENCE;
    private static final int LANES = 4;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<String> stored = ConcurrentHashMap.newKeySet();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void allAreStoredAFewAtATime() {
        List<Acceptance> acceptances = store(this::besideAnother, LONG).storeAll(events("abcdefghijklmnop"));

        assertThat(acceptances).hasSize(16).allMatch(Accepted.class::isInstance);
        assertThat(stored).hasSize(16);
        assertThat(most.get()).isBetween(2, LANES);
    }

    @Test
    void anEventThatIsThereTwiceIsStoredOnce() {
        assertThat(store(this::afterAWhile, LONG).storeAll(events("aab")))
                .extracting(Object::getClass)
                .containsExactly(Accepted.class, PreviouslyAccepted.class, Accepted.class);
        assertThat(stored).hasSize(2);
    }

    @Test
    void nextDeliveryStoresMissingEvents() {
        AtomicBoolean broken = new AtomicBoolean(true);
        EventStore store = store(
                event -> broken.get() && event.event().id().equals("acme:b")
                        ? new NotStored(Cause.UNAVAILABLE, "connection refused")
                        : afterAWhile(event),
                LONG);

        assertThat(store.storeAll(events("abc")))
                .extracting(Object::getClass)
                .containsExactly(Accepted.class, NotStored.class, Accepted.class);
        broken.set(false);
        assertThat(store.storeAll(events("abc")))
                .extracting(Object::getClass)
                .containsExactly(PreviouslyAccepted.class, Accepted.class, PreviouslyAccepted.class);
    }

    @Test
    @Timeout(100)
    void oneDeadlineIsForAllTogether() {
        EventStore store = store(event -> sleep(600_000), Duration.ofMillis(200));

        assertThat(store.storeAll(IntStream.range(0, 1_000)
                        .mapToObj(i -> Events.named("e" + i))
                        .toList()))
                .hasSize(1_000)
                .allMatch(NotStored.class::isInstance);
        assertThat(most.get()).isLessThanOrEqualTo(LANES);
    }

    @Test
    void noEventIsBegunAfterTheDeadlineAlsoIfALaneIsFree() {
        Batch batch = new Batch(Deadline.after(0, TimeUnit.NANOSECONDS), LANES, new KnownEvents(10, LONG), events -> 0);

        assertThat(batch.run(events("ab"), event -> {
                    throw new AssertionError(event + " is begun");
                }))
                .hasSize(2)
                .containsOnly(
                        new NotStored(Cause.DEADLINE_EXCEEDED, "the deadline passed before the event's turn came"));
    }

    // Missing events come first, and may take all of the time.
    @Test
    void eventsThatAreKnownNeedNoTurn() {
        KnownEvents known = new KnownEvents(10, LONG);
        known.add("acme:b", known.era());
        known.add("acme:d", known.era());
        EventStore store = new OncePerEvent(
                (event, start) -> sleep(600_000), known, new Permits(1, LONG), threads, Duration.ofMillis(200), 1);

        assertThat(store.storeAll(events("abcde")))
                .extracting(Object::getClass)
                .containsExactly(
                        NotStored.class,
                        PreviouslyAccepted.class,
                        NotStored.class,
                        PreviouslyAccepted.class,
                        NotStored.class);
    }

    @Test
    void eventsThatWereStoredLongAgoNeedATurn() {
        KnownEvents known = new KnownEvents(10, Duration.ZERO);
        known.add("acme:b", known.era());
        EventStore store = new OncePerEvent(
                (event, start) -> sleep(600_000), known, new Permits(1, LONG), threads, Duration.ofMillis(200), 1);

        assertThat(store.storeAll(events("abc"))).hasSize(3).allMatch(NotStored.class::isInstance);
    }

    @Test
    void missingEventsComeBeforeThoseStoredLongAgo() {
        KnownEvents known = new KnownEvents(10, Duration.ZERO);
        List<String> asked = new CopyOnWriteArrayList<>();
        EventStore store = new OncePerEvent(
                (event, start) -> {
                    asked.add(event.event().id());
                    return new Accepted();
                },
                known,
                new Permits(1, LONG),
                threads,
                LONG,
                1);
        store.storeAll(events("bd"));
        asked.clear();

        assertThat(store.storeAll(events("abcde"))).hasSize(5).allMatch(Accepted.class::isInstance);
        assertThat(asked.subList(0, 3)).containsExactlyInAnyOrder("acme:a", "acme:c", "acme:e");
        assertThat(asked.subList(3, 5)).containsExactlyInAnyOrder("acme:b", "acme:d");
    }

    // A receiver that remembers no event, or events with random IDs. Each delivery stores only some of the events.
    @Test
    void everyEventHasItsTurnInOneOfManyDeliveriesAlthoughNoneIsRemembered() {
        EventStore store = new OncePerEvent(
                (event, start) -> afterAWhile(event, 8),
                new KnownEvents(0, LONG),
                new Permits(1, LONG),
                threads,
                Duration.ofMillis(50),
                1);
        List<NewEvent> events = events("abcdefghijklmnopqrst");

        Await.until("every event was stored", () -> {
            store.storeAll(events);
            return stored.size() == events.size();
        });
    }

    @Test
    void emptyDeliveryStoresNothing() {
        assertThat(store(this::afterAWhile, LONG).storeAll(List.of())).isEmpty();
    }

    private EventStore store(EventStore behind, Duration deadline) {
        EventStore counting = event -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            try {
                return behind.store(event);
            } finally {
                underWay.decrementAndGet();
            }
        };
        return new OncePerEvent(
                (event, start) -> counting.store(event),
                new KnownEvents(10_000, LONG),
                new Permits(100, LONG),
                threads,
                deadline,
                LANES);
    }

    private Acceptance besideAnother(NewEvent event) {
        Await.until("two are under way", () -> most.get() >= 2);
        return afterAWhile(event);
    }

    private Acceptance afterAWhile(NewEvent event) {
        return afterAWhile(event, 30);
    }

    private Acceptance afterAWhile(NewEvent event, int millis) {
        sleep(millis);
        stored.add(event.event().id());
        return new Accepted();
    }

    private static Acceptance sleep(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Accepted();
    }

    private static List<NewEvent> events(String ids) {
        return Stream.of(ids.split("")).map(Events::named).toList();
    }
}
