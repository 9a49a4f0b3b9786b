package dev.durahook.receiver.acceptance.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limit against simulated servers, without a clock and threads. */
class AdaptiveLimitTest {

    private static final Duration TARGET = Duration.ofMillis(600);
    private static final long BEGIN = Long.MAX_VALUE - 1_000_000;

    private final AdaptiveLimit limit = new AdaptiveLimit(4, 20, 128, TARGET, BEGIN);
    private long now = BEGIN;

    @ParameterizedTest
    @ValueSource(ints = {15, 30, 60, 120})
    void busyServerGetsAsManyCallsAsItStoresInTheTargetTime(int perSecond) {
        for (int i = 0; i < 50; i++) {
            allInUse(limit.value() * 1_000 / perSecond);
        }

        int wanted = (int) (perSecond * TARGET.toMillis() / 1_000);
        assertThat(limit.value()).isBetween(wanted * 8 / 10, wanted * 12 / 10);
    }

    @Test
    void itStaysThereAndDoesNotSwing() {
        for (int i = 0; i < 50; i++) {
            allInUse(limit.value() * 1_000 / 30);
        }
        for (int i = 0; i < 500; i++) {
            allInUse(limit.value() * 1_000 / 30);
            assertThat(limit.value()).isBetween(14, 22);
        }
    }

    @Test
    void serverThatBecomesSlowIsNoticedWithinAFewSteps() {
        manyTimesAllInUse(20);
        assertThat(limit.value()).isEqualTo(128);

        for (int i = 0; i < 4; i++) {
            allInUse(limit.value() * 1_000 / 30);
        }
        assertThat(limit.value()).isLessThan(40);
    }

    @Test
    void farButIdleServerGetsEveryCall() {
        manyTimesAllInUse(300);

        assertThat(limit.value()).isEqualTo(128);
    }

    @ParameterizedTest
    @ValueSource(ints = {700, 900, 1_100})
    void slowButIdleServerGetsAsManyCallsAsBefore(int milliseconds) {
        manyTimesAllInUse(300);
        manyTimesAllInUse(milliseconds);

        assertThat(limit.value()).isEqualTo(128);
    }

    @Test
    void afterAnOutageASlowButIdleServerGetsAsManyCallsAsAtFirst() {
        manyTimesAllInUse(5_000);
        assertThat(limit.value()).isEqualTo(4);
        manyTimesAllInUse(900);

        assertThat(limit.value()).isEqualTo(20);
    }

    @Test
    void aFewSlowCallsAmongManyLowerNothing() {
        for (int i = 0; i < 200; i++) {
            call(limit.value(), i % 10 == 0 ? 2_000 : 300);
        }

        assertThat(limit.value()).isGreaterThanOrEqualTo(20);
    }

    @Test
    void theTimeOfACallIsThatOfTheLastStep() {
        assertThat(limit.callTime()).isEqualTo(TARGET.dividedBy(2).toNanos());
        allInUse(400);
        assertThat(limit.callTime()).isEqualTo(Duration.ofMillis(400).toNanos());
    }

    @Test
    void unusedLimitIsNotRaised() {
        for (int i = 0; i < 200; i++) {
            call(2, 20);
        }

        assertThat(limit.value()).isEqualTo(20);
    }

    @Test
    void callsFromBeforeTheLastStepTeachNothing() {
        now += Duration.ofSeconds(3).toNanos();
        for (int i = 0; i < 10; i++) {
            limit.learn(BEGIN, now, 20, false);
        }
        int once = limit.value();
        for (int i = 0; i < 100; i++) {
            limit.learn(BEGIN, now, 20, false);
        }

        assertThat(once).isLessThan(20);
        assertThat(limit.value()).isEqualTo(once);
    }

    @Test
    void failureCountsAsSlow() {
        for (int i = 0; i < 200; i++) {
            now += 1_000_000;
            limit.learn(now - 1, now, limit.value(), true);
        }

        assertThat(limit.value()).isEqualTo(4);
    }

    private void manyTimesAllInUse(long milliseconds) {
        for (int i = 0; i < 50; i++) {
            allInUse(milliseconds);
        }
    }

    private void allInUse(long milliseconds) {
        long begin = now;
        now += Duration.ofMillis(milliseconds).toNanos();
        for (int i = limit.value(); i > 0; i--) {
            limit.learn(begin, now, i, false);
        }
    }

    private void call(int inUse, long milliseconds) {
        long begin = now;
        now += Duration.ofMillis(milliseconds).toNanos();
        limit.learn(begin, now, inUse, false);
    }
}
