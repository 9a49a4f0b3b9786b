package dev.durahook.receiver.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.acceptance.Acceptance.Accepted;
import dev.durahook.receiver.acceptance.Acceptance.Cause;
import dev.durahook.receiver.acceptance.Acceptance.NotStored;
import dev.durahook.receiver.acceptance.Acceptance.PreviouslyAccepted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OncePerEventTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger calls = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void secondDeliveryIsPreviouslyAcceptedWithoutAskingTemporal() {
        EventStore store = over(event -> new Accepted());

        assertThat(store.store(Events.named("1"))).isInstanceOf(Accepted.class);
        assertThat(store.store(Events.named("1"))).isInstanceOf(PreviouslyAccepted.class);
        assertThat(calls).hasValue(1);
    }

    @Test
    void ofManyDeliveriesAtOnceOneIsAccepted() throws Exception {
        CountDownLatch everyoneWaits = new CountDownLatch(1);
        EventStore store = over(event -> {
            everyoneWaits.await();
            return new Accepted();
        });

        List<Future<Acceptance>> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            answers.add(threads.submit(() -> store.store(Events.named("1"))));
        }
        everyoneWaits.countDown();

        List<Acceptance> acceptances = new ArrayList<>();
        for (Future<Acceptance> answer : answers) {
            acceptances.add(answer.get());
        }
        assertThat(acceptances).filteredOn(Accepted.class::isInstance).hasSize(1);
        assertThat(acceptances).filteredOn(PreviouslyAccepted.class::isInstance).hasSize(49);
        assertThat(calls).hasValue(1);
    }

    @Test
    void whatWasNotStoredIsTriedAgain() {
        EventStore store = over(
                event -> calls.get() == 1 ? new NotStored(Cause.UNAVAILABLE, "connection refused") : new Accepted());

        assertThat(store.store(Events.named("1"))).isInstanceOf(NotStored.class);
        assertThat(store.store(Events.named("1"))).isInstanceOf(Accepted.class);
    }

    @Test
    void anEventThatTemporalKnewIsKnownHereFromThenOn() {
        EventStore store = over(event -> new PreviouslyAccepted());

        assertThat(store.store(Events.named("1"))).isInstanceOf(PreviouslyAccepted.class);
        assertThat(store.store(Events.named("1"))).isInstanceOf(PreviouslyAccepted.class);
        assertThat(calls).hasValue(1);
    }

    @Test
    void aSlowTemporalIsNotWaitedFor() {
        EventStore store =
                new OncePerEvent(event -> awaitForever(), new KnownEvents(10), threads, Duration.ofMillis(50), 4);

        assertThat(store.store(Events.named("1"))).isEqualTo(notInTime());
    }

    @Test
    void oneEventMoreThanThereIsRoomForIsRefusedAtOnce() {
        EventStore store = new OncePerEvent(
                event -> new Accepted(),
                new KnownEvents(10),
                task -> {
                    throw new RejectedExecutionException();
                },
                LONG,
                4);

        assertThat(store.store(Events.named("1")))
                .isInstanceOfSatisfying(
                        NotStored.class, it -> assertThat(it.cause()).isEqualTo(Cause.FULL));
    }

    @Test
    void aStoreThatThrowsLeavesNobodyWaiting() {
        EventStore store = new OncePerEvent(
                event -> {
                    throw new IllegalStateException("broken");
                },
                new KnownEvents(10),
                task -> {
                    try {
                        task.run();
                    } catch (IllegalStateException expected) {
                        // An executor's thread would report it and go on.
                    }
                },
                LONG,
                4);

        assertThat(store.store(Events.named("1"))).isInstanceOf(NotStored.class);
    }

    private EventStore over(Answer answer) {
        EventStore counting = event -> {
            calls.incrementAndGet();
            try {
                return answer.to(event);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        return new OncePerEvent(counting, new KnownEvents(10), threads, LONG, 4);
    }

    private static Acceptance awaitForever() {
        return new CompletableFuture<Acceptance>().join();
    }

    private static NotStored notInTime() {
        return new NotStored(Cause.DEADLINE_EXCEEDED, "Temporal did not answer in time");
    }

    private interface Answer {
        Acceptance to(NewEvent event) throws InterruptedException;
    }
}
