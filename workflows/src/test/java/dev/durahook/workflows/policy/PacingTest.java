package dev.durahook.workflows.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.common.RetryOptions;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacingTest {

    private static final RetryOptions OPTIONS = RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofSeconds(10))
            .setBackoffCoefficient(2)
            .setMaximumInterval(Duration.ofMinutes(1))
            .build();

    private static RandomGenerator chance(double value) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new AssertionError("not asked");
            }

            @Override
            public double nextDouble() {
                return value;
            }
        };
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "2, 20", "3, 40", "4, 60", "5, 60", "5000, 60"})
    void withoutDelaysTheBackoffIsTemporals(int attempt, int seconds) {
        assertThat(new Pacing(0, List.of()).after(attempt, OPTIONS, chance(0.9)))
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 600", "4, 600", "5000, 600"})
    void lastDelayIsForAllThatFollow(int attempt, int seconds) {
        List<Duration> fastThenSlow = List.of(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(10));
        assertThat(new Pacing(0, fastThenSlow).after(attempt, OPTIONS, chance(0.9)))
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"0, 8", "0.5, 10", "1, 12"})
    void jitterMakesTheWaitShorterOrLonger(double drawn, int seconds) {
        assertThat(new Pacing(0.2, List.of()).after(1, OPTIONS, chance(drawn))).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void waitIsNeverNothing() {
        assertThat(new Pacing(1, List.of()).after(1, OPTIONS, chance(0))).isEqualTo(Duration.ofMillis(1));
    }
}
