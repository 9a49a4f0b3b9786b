package dev.durahook.receiver.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.grpc.Deadline;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OncePerEventTest {

    private static final Duration LONG = Await.PATIENCE;
    private static final Duration SHORT = Duration.ofMillis(50);

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

        WaitingCalls<Acceptance> deliveries =
                WaitingCalls.of(Collections.nCopies(50, () -> store.store(Events.named("1"))));
        deliveries.await();
        everyoneWaits.countDown();

        List<Acceptance> acceptances = deliveries.results();
        assertThat(acceptances).filteredOn(Accepted.class::isInstance).hasSize(1);
        assertThat(acceptances).filteredOn(PreviouslyAccepted.class::isInstance).hasSize(49);
        assertThat(calls).hasValue(1);
    }

    @Test
    void eventThatWasNotStoredIsTriedAgain() {
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
    void slowTemporalIsNotAwaited() {
        EventStore store = over((event, start) -> awaitForever(), new Permits(10, SHORT), threads, SHORT);

        assertThat(store.store(Events.named("1"))).isEqualTo(notInTime());
    }

    @Test
    void aStartWhoseDeadlineHasPassedDoesNotAnswerTheNextDelivery() {
        EventStore store = over(
                (event, start) -> calls.incrementAndGet() == 1 ? awaitForever() : new Accepted(),
                new Permits(10, SHORT),
                threads,
                SHORT);

        assertThat(store.store(Events.named("1"))).isEqualTo(notInTime());
        Await.until("the next delivery is stored", () -> !(store.store(Events.named("1")) instanceof NotStored));
    }

    @Test
    void lateStartDoesNotEndTheCallOfTheNextDelivery() throws Exception {
        boolean isInTime = false;
        while (!isInTime) {
            isInTime = isSecondCallInTimeForTheThirdDelivery();
        }
    }

    // Returns whether the second call was still in time when the third delivery came. Otherwise the third has its own
    // call.
    private boolean isSecondCallInTimeForTheThirdDelivery() throws Exception {
        NotStored refused = new NotStored(Cause.UNAVAILABLE, "connection refused");
        List<WorkflowStart> starts = new CopyOnWriteArrayList<>();
        List<CompletableFuture<Acceptance>> answers = List.of(new CompletableFuture<>(), new CompletableFuture<>());
        AtomicInteger begun = new AtomicInteger();
        EventStore store = over(
                (event, start) -> {
                    starts.add(start);
                    return answers.get(starts.size() - 1).join();
                },
                new Permits(10, LONG),
                task -> {
                    begun.incrementAndGet();
                    threads.execute(task);
                },
                Duration.ofSeconds(1));
        assertThat(store.store(Events.named("1"))).isEqualTo(notInTime());
        Await.until("the first call runs", () -> starts.size() == 1);
        Future<Acceptance> second = threads.submit(() -> store.store(Events.named("1")));
        Await.until("the second call runs", () -> starts.size() == 2);
        answers.get(0).complete(refused);
        Await.until("the first call has ended", () -> starts.get(0).await().equals(refused));

        Thread third = new Thread(() -> store.store(Events.named("1")));
        third.start();
        Await.until(
                "the third delivery waits or is answered",
                () -> third.getState() == Thread.State.TIMED_WAITING || !third.isAlive());
        boolean isInTime = !starts.get(1).isLate();
        if (isInTime) {
            assertThat(begun).hasValue(2);
        }
        answers.get(1).complete(new Accepted());
        third.join();
        assertThat(second.get()).isIn(new Accepted(), notInTime());
        return isInTime;
    }

    @Test
    void refusalIsReportedIfTheClientSleepsPastTheDeadline() {
        NotStored refusal = new NotStored(Cause.OVER_QUOTA, "the namespace is over its quota");
        EventStore store = over(
                (event, start) -> {
                    start.refused(refusal);
                    calls.incrementAndGet();
                    return awaitForever();
                },
                new Permits(10, SHORT),
                task -> {
                    threads.execute(task);
                    Await.until("the first answer is a refusal", () -> calls.get() == 1);
                },
                SHORT);

        assertThat(store.store(Events.named("1"))).isEqualTo(refusal);
    }

    @Test
    void anEventWhoseTurnDoesNotComeInTimeIsNotSentToTemporal() throws Exception {
        Permits permits = new Permits(1, SHORT);
        assertThat(permits.take(Deadline.after(LONG.toNanos(), TimeUnit.NANOSECONDS)))
                .isPresent();
        EventStore store = over(
                (event, start) -> {
                    calls.incrementAndGet();
                    return new Accepted();
                },
                permits,
                threads,
                SHORT);

        assertThat(cause(store.store(Events.named("2")))).isEqualTo(Cause.FULL);
        assertThat(calls).hasValue(0);
    }

    @Test
    void eventThatWaitedForItsTurnHasTheRestOfTheTime() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        List<Long> left = new CopyOnWriteArrayList<>();
        Permits permits = new Permits(100, LONG);
        EventStore store = over(
                (event, start) -> {
                    left.add(start.deadline().timeRemaining(TimeUnit.NANOSECONDS));
                    return await(release);
                },
                permits,
                threads,
                LONG);
        takeAllButOne(permits);
        Future<Acceptance> first = threads.submit(() -> store.store(Events.named("1")));
        Await.until("the first call runs", () -> left.size() == 1);
        Future<Acceptance> second = threads.submit(() -> store.store(Events.named("2")));
        Await.until("the second call waits", () -> permits.waiting() == 1);
        TimeUnit.MILLISECONDS.sleep(50);
        release.countDown();

        assertThat(first.get()).isInstanceOf(Accepted.class);
        assertThat(second.get()).isInstanceOf(Accepted.class);
        assertThat(left.get(1))
                .isLessThan(LONG.minusMillis(50).toNanos())
                .isGreaterThan(LONG.dividedBy(4).toNanos());
    }

    @Test
    void aReceiverThatStopsSaysSo() {
        EventStore store = over(
                (event, start) -> new Accepted(),
                new Permits(10, LONG),
                task -> {
                    throw new RejectedExecutionException();
                },
                LONG);

        assertThat(store.store(Events.named("1")))
                .isEqualTo(new NotStored(Cause.UNAVAILABLE, "the receiver is stopping"));
    }

    @Test
    void duplicateOfAnEventForWhichNoThreadIsAvailableIsToldSo() {
        AtomicReference<EventStore> store = new AtomicReference<>();
        CompletableFuture<Acceptance> duplicate = new CompletableFuture<>();
        store.set(over(
                (event, start) -> new Accepted(),
                new Permits(10, LONG),
                task -> {
                    Thread second =
                            new Thread(() -> duplicate.complete(store.get().store(Events.named("1"))));
                    second.start();
                    Await.until("the duplicate waits", () -> second.getState() == Thread.State.TIMED_WAITING);
                    throw new OutOfMemoryError("unable to create native thread");
                },
                LONG));

        assertThat(store.get().store(Events.named("1")))
                .isEqualTo(new NotStored(Cause.UNAVAILABLE, "the receiver can't start a thread"));
        assertThat(duplicate.join()).isEqualTo(new NotStored(Cause.UNAVAILABLE, "the receiver can't start a thread"));
    }

    @Test
    void permitIsReturnedIfNoThreadIsAvailable() throws Exception {
        Permits permits = new Permits(1, LONG);
        EventStore store = over(
                (event, start) -> new Accepted(),
                permits,
                task -> {
                    throw new IllegalStateException("no thread");
                },
                LONG);

        assertThatThrownBy(() -> store.store(Events.named("1"))).hasMessage("no thread");
        assertThat(permits.take(Deadline.after(0, TimeUnit.NANOSECONDS))).isPresent();
    }

    @Test
    void anAnswerFromBeforeALossIsNotKnownAfterIt() {
        KnownEvents known = new KnownEvents(10, LONG);
        EventStore store = new OncePerEvent(
                (event, start) -> {
                    if (calls.incrementAndGet() == 1) {
                        known.forget();
                    }
                    return new Accepted();
                },
                known,
                new Permits(10, LONG),
                threads,
                LONG,
                4);

        assertThat(store.store(Events.named("1"))).isInstanceOf(Accepted.class);
        assertThat(store.store(Events.named("1"))).isInstanceOf(Accepted.class);
        assertThat(store.store(Events.named("1"))).isInstanceOf(PreviouslyAccepted.class);
        assertThat(calls).hasValue(2);
    }

    @Test
    void storeThatThrowsLeavesNoCallWaiting() {
        EventStore store = over(
                (event, start) -> {
                    throw new IllegalStateException("broken");
                },
                new Permits(10, LONG),
                task -> {
                    try {
                        task.run();
                    } catch (IllegalStateException expected) {
                        // The thread of an executor would report the exception and continue.
                    }
                },
                LONG);

        assertThat(store.store(Events.named("1"))).isInstanceOf(NotStored.class);
    }

    @Test
    void eventThatIsStoredIsAnsweredSoEvenIfItCanNotBeRemembered() {
        Permits permits = new Permits(1, LONG);
        KnownEvents forgetful = new KnownEvents(10, LONG, () -> {
            throw new OutOfMemoryError("Java heap space");
        });
        EventStore store =
                new OncePerEvent((event, start) -> new Accepted(), forgetful, permits, quietThreads(), LONG, 4);

        assertThat(store.store(Events.named("1"))).isEqualTo(new Accepted());
        Await.until("the permit is returned", () -> permits.limit() == 1 && isFree(permits));
    }

    private static boolean isFree(Permits permits) {
        try {
            return permits.take(Deadline.after(0, TimeUnit.NANOSECONDS)).isPresent();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    // The thread of an executor would report the Error and continue.
    private Executor quietThreads() {
        return task -> threads.execute(() -> {
            try {
                task.run();
            } catch (OutOfMemoryError expected) {
                // Thrown by the test.
            }
        });
    }

    private EventStore over(Answer answer) {
        return over(
                (event, start) -> {
                    calls.incrementAndGet();
                    try {
                        return answer.to(event);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                new Permits(100, LONG),
                threads,
                LONG);
    }

    private static EventStore over(DeadlineStore store, Permits permits, Executor executor, Duration timeout) {
        return new OncePerEvent(store, new KnownEvents(10, LONG), permits, executor, timeout, 4);
    }

    private static void takeAllButOne(Permits permits) throws InterruptedException {
        for (int i = 1; i < permits.limit(); i++) {
            assertThat(permits.take(Deadline.after(LONG.toNanos(), TimeUnit.NANOSECONDS)))
                    .isPresent();
        }
    }

    private static Acceptance await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Accepted();
    }

    private static Cause cause(Acceptance acceptance) {
        return ((NotStored) acceptance).cause();
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
