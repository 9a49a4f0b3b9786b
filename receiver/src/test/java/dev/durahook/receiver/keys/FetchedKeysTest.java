package dev.durahook.receiver.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durahook.receiver.signature.NotVerifiedException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FetchedKeysTest {

    private final AtomicInteger fetches = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void oneFetchForAllWhoWait() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        FetchedKeys<String, String> keys = keys(answer, Duration.ofHours(1));
        List<Future<String>> waiting = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            waiting.add(threads.submit(() -> keys.of("a")));
        }
        answer.countDown();
        for (Future<String> one : waiting) {
            assertThat(one.get(30, TimeUnit.SECONDS)).isEqualTo("key a");
        }
        assertThat(fetches).hasValue(1);
    }

    @Test
    void aKeyIsFetchedAgainWhenItHasExpired() throws Exception {
        FetchedKeys<String, String> keys = keys(new CountDownLatch(0), Duration.ofNanos(1));
        keys.of("a");
        Thread.sleep(1);
        keys.of("a");
        assertThat(fetches).hasValue(2);
    }

    @Test
    void noMoreThanAHundredAreKept() throws Exception {
        FetchedKeys<String, String> keys = keys(new CountDownLatch(0), Duration.ofHours(1));
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 1_000; i++) {
                keys.of("key " + i);
            }
        }
        // What is over the limit is thrown away a moment later.
        assertThat(fetches.get()).isGreaterThan(1_500);
    }

    @Test
    void aFailureIsNotKept() throws Exception {
        FetchedKeys<String, String> keys = new FetchedKeys<>(
                name -> {
                    if (fetches.incrementAndGet() == 1) {
                        throw new IOException("no route");
                    }
                    return "key";
                },
                Duration.ofHours(1));
        assertThatExceptionOfType(NotVerifiedException.class)
                .isThrownBy(() -> keys.of("a"))
                .withMessage("the key could not be fetched: no route");
        assertThat(keys.of("a")).isEqualTo("key");
    }

    @Test
    void noMoreThanAFewAreFetchedAtATime() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        FetchedKeys<String, String> keys = keys(answer, Duration.ofHours(1));
        List<Future<String>> waiting = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            waiting.add(threads.submit(() -> keys.of(name)));
        }
        while (fetches.get() < 4) {
            Thread.sleep(1);
        }
        assertThatExceptionOfType(NotVerifiedException.class)
                .isThrownBy(() -> keys.of("e"))
                .withMessage("the key was not fetched: 4 others are being fetched");
        answer.countDown();
        for (Future<String> one : waiting) {
            assertThat(one.get(30, TimeUnit.SECONDS)).startsWith("key ");
        }
        assertThat(keys.of("e")).isEqualTo("key e");
    }

    private FetchedKeys<String, String> keys(CountDownLatch answer, Duration expiry) {
        return new FetchedKeys<>(
                name -> {
                    fetches.incrementAndGet();
                    try {
                        answer.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                    return "key " + name;
                },
                expiry);
    }
}
