package dev.durahook.receiver.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final Duration INTERVAL = Duration.ofMillis(200);

    // The counter of nanoseconds may overflow from positive to negative at any moment.
    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 1_000_000_000);
    private final TokenBucket bucket = new TokenBucket(3, INTERVAL, time::get);

    @Test
    void aFewAtOnceThenOneInEachInterval() {
        assertThat(spendable()).isEqualTo(3);
        assertThat(bucket.nanosUntilNext()).isEqualTo(INTERVAL.toNanos());
        for (int i = 0; i < 20; i++) {
            time.addAndGet(INTERVAL.toNanos());
            assertThat(spendable()).isEqualTo(1);
        }
    }

    @Test
    void notBeforeAnIntervalIsOver() {
        spendable();
        time.addAndGet(INTERVAL.toNanos() - 1);
        assertThat(bucket.nanosUntilNext()).isEqualTo(1);
        assertThat(spendable()).isZero();
    }

    @Test
    void noMoreThanAFewAreSavedUp() {
        spendable();
        time.addAndGet(Duration.ofDays(1).toNanos());
        assertThat(spendable()).isEqualTo(3);
    }

    private int spendable() {
        int spent = 0;
        while (bucket.spend()) {
            spent++;
        }
        return spent;
    }
}
