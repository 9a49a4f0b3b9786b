package dev.durahook.receiver.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every fetch here was caused by a stranger and never ends, so only the order of the queue decides what happens. */
class FetchQueueTest {

    private static final int PLACES = 16;

    private final FetchQueue turns = new FetchQueue(PLACES, Duration.ofMinutes(5));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger made = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void aFewAreFetchedAtATimeAndAFewWait() throws Exception {
        fetching(turns);
        List<Future<Boolean>> waiting = waiting(PLACES);
        assertThat(turns.begin("one more")).as("at once").isFalse();
        assertThat(waiting).noneMatch(Future::isDone);
    }

    @Test
    void noNameWaitsForLong() {
        FetchQueue impatient = new FetchQueue(PLACES, Duration.ofMillis(10));
        fetching(impatient);
        assertThat(impatient.begin("genuine")).isFalse();
        assertThat(impatient.waiting()).isZero();
    }

    @Test
    void aNameThatComesAgainTakesThePlaceOfTheLast() throws Exception {
        fetching(turns);
        List<Future<Boolean>> waiting = waiting(PLACES);
        assertThat(turns.begin("genuine")).isFalse();
        Future<Boolean> again = threads.submit(() -> turns.begin("genuine"));
        assertThat(waiting.get(PLACES - 1).get(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("the last waiting caller")
                .isFalse();
        turns.end();
        assertThat(again.get(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("is next")
                .isTrue();
    }

    @Test
    void aNameThatOthersAskForWhileItWaitsIsNextToo() throws Exception {
        fetching(turns);
        waiting(1);
        Future<Boolean> genuine = threads.submit(() -> turns.begin("genuine"));
        Await.until("both wait", () -> turns.waiting() == 2);
        turns.countRequest("genuine");
        turns.end();
        assertThat(genuine.get(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void ofEquallyFrequentNamesTheFirstIsNext() throws Exception {
        fetching(turns);
        List<Future<Boolean>> waiting = waiting(3);
        for (Future<Boolean> one : waiting) {
            turns.end();
            assertThat(one.get(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void theRateIsBounded() {
        long begin = System.nanoTime();
        FetchQueue fresh = new FetchQueue(PLACES);
        for (int i = 0; i < FetchQueue.AT_ONCE + 5; i++) {
            assertThat(fresh.begin("made up " + i)).isTrue();
            fresh.end();
        }
        assertThat(System.nanoTime() - begin)
                .isGreaterThanOrEqualTo(FetchQueue.INTERVAL.multipliedBy(5).toNanos());
    }

    private void fetching(FetchQueue these) {
        for (int i = 0; i < FetchQueue.AT_A_TIME; i++) {
            assertThat(these.begin("made up " + made.incrementAndGet())).isTrue();
        }
    }

    // The callers come one after the other, so that their order is certain.
    private List<Future<Boolean>> waiting(int number) {
        List<Future<Boolean>> waiting = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String name = "made up " + made.incrementAndGet();
            waiting.add(threads.submit(() -> turns.begin(name)));
            int before = i;
            Await.until("one more waits", () -> turns.waiting() > before);
        }
        return waiting;
    }
}
