package dev.durahook.connection.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private final AtomicLong nanoTime = new AtomicLong(-5);
    private final Throttle<String> throttle = new Throttle<>(Duration.ofNanos(10), nanoTime::get);

    @Test
    void keyIsAllowedOnceInAnInterval() {
        assertThat(throttle.allows("a")).isTrue();
        nanoTime.addAndGet(9);
        assertThat(throttle.allows("a")).isFalse();
        nanoTime.addAndGet(1);
        assertThat(throttle.allows("a")).isTrue();
        assertThat(throttle.allows("a")).isFalse();
    }

    @Test
    void eachKeyHasItsOwnInterval() {
        assertThat(throttle.allows("a")).isTrue();
        assertThat(throttle.allows("b")).isTrue();
    }
}
