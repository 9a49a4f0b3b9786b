package dev.durahook.connection.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RefreshedValueTest {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong now = new AtomicLong();
    private boolean away;
    private boolean overQuota;

    private final RefreshedValue<Integer> value =
            new RefreshedValue<>(this::answer, Duration.ofSeconds(15), waiting::add, now::get);

    @Test
    void aReaderDoesNotWait() {
        assertThat(value.get()).isEmpty();
        assertThat(asked).hasValue(0);
    }

    @Test
    void theNextReaderHasTheAnswer() {
        value.get();
        runAll();
        assertThat(value.get()).contains(1);
    }

    @Test
    void manyReadersCauseOneRefresh() {
        for (int i = 0; i < 100; i++) {
            value.get();
        }
        assertThat(waiting).hasSize(1);
    }

    @Test
    void valueIsRefreshedOnlyAfterAWhile() {
        value.get();
        runAll();
        pass(14);
        value.get();
        assertThat(waiting).isEmpty();
        pass(1);
        assertThat(value.get()).contains(1);
        runAll();
        assertThat(value.get()).contains(2);
    }

    @Test
    void failureIsNotAnAnswer() {
        value.get();
        runAll();
        away = true;
        pass(15);
        value.get();
        runAll();
        assertThat(value.get()).isEmpty();
    }

    @Test
    void valueIsRefreshedAfterAFailure() {
        away = true;
        value.get();
        runAll();
        away = false;
        pass(15);
        value.get();
        runAll();
        assertThat(value.get()).contains(1);
    }

    @Test
    void valueIsFetchedAfterAMomentInWhichNoThreadCouldBeStarted() {
        AtomicBoolean isExhausted = new AtomicBoolean(true);
        RefreshedValue<Integer> exhausted = new RefreshedValue<>(
                this::answer,
                Duration.ofSeconds(15),
                task -> {
                    if (isExhausted.get()) {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                    waiting.add(task);
                },
                now::get);
        assertThatThrownBy(exhausted::get).isInstanceOf(OutOfMemoryError.class);
        isExhausted.set(false);
        exhausted.get();
        runAll();
        assertThat(exhausted.get()).contains(1);
    }

    @Test
    void answerExpiresIfItIsNotReadForLong() {
        value.get();
        runAll();
        pass(300);
        assertThat(value.get()).isEmpty();
    }

    // The value would be missing in just the moment in which many calls are made.
    @Test
    void valueStaysForAWhileIfTemporalRefusesTheCall() {
        value.get();
        runAll();
        overQuota = true;
        for (int i = 0; i < 19; i++) {
            pass(15);
            value.get();
            value.get();
            assertThat(waiting).hasSize(1);
            runAll();
            assertThat(value.get()).contains(1);
            assertThat(waiting).isEmpty();
        }
        pass(15);
        assertThat(value.get()).isEmpty();
        overQuota = false;
        runAll();
        assertThat(value.get()).contains(2);
    }

    private int answer() {
        if (overQuota) {
            throw Status.RESOURCE_EXHAUSTED.asRuntimeException();
        }
        if (away) {
            throw new IllegalStateException("away");
        }
        return asked.incrementAndGet();
    }

    private void pass(int seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private void runAll() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }
}
