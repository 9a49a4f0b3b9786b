package dev.durahook.workflows.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.Golden;
import io.temporal.common.RetryOptions;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacingTest {

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(10), 2, Duration.ofMinutes(1));
    private static final Supplier<Backoff> NOT_ASKED = () -> {
        throw new AssertionError("not asked");
    };

    private static Pacing pacing(double jitter, Duration... delays) {
        return new Pacing(jitter, List.of(delays), BACKOFF, Duration.ofMinutes(1));
    }

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
    void withoutDelaysTheBackoffIsThatOfTemporal(int attempt, int seconds) {
        assertThat(pacing(0).after(attempt, NOT_ASKED, chance(0.9))).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "12, 1024", "40, 60000"})
    void backoffThatBeginsBelowAMillisecondGrowsToo(int attempt, int millis) {
        Backoff quick = new Backoff(Duration.ofNanos(500_000), 2, Duration.ofMinutes(1));
        assertThat(quick.after(attempt)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 600", "4, 600", "5000, 600"})
    void lastDelayIsRepeated(int attempt, int seconds) {
        Pacing fastThenSlow = pacing(0, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(10));
        assertThat(fastThenSlow.after(attempt, NOT_ASKED, chance(0.9))).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"0, 8", "0.5, 10", "1, 12"})
    void jitterMakesTheWaitShorterOrLonger(double drawn, int seconds) {
        assertThat(pacing(0.2).after(1, NOT_ASKED, chance(drawn))).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void serverIsAskedForAWaitIfItCanNotMakeItItself() {
        assertThat(pacing(0).asksForWaits()).isFalse();
        assertThat(pacing(0.01).asksForWaits()).isTrue();
        assertThat(pacing(0, Duration.ofSeconds(1)).asksForWaits()).isTrue();
    }

    @Test
    void waitIsNeverZero() {
        assertThat(pacing(1).after(1, NOT_ASKED, chance(0))).isEqualTo(Duration.ofMillis(1));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "7, 64", "8, 100", "5000, 100"})
    void serverMayReportNothing(int attempt, int seconds) {
        assertThat(Backoff.of((RetryOptions) null).after(attempt)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void longestWaitIsAHundredTimesTheFirstIfTheServerReportsNone() {
        RetryOptions told = RetryOptions.newBuilder()
                .setInitialInterval(Duration.ofSeconds(3))
                .setBackoffCoefficient(10)
                .build();
        assertThat(Backoff.of(told).after(9)).isEqualTo(Duration.ofSeconds(300));
    }

    @Test
    void headerHasEverythingThatAnAttemptNeeds() {
        assertThat(Golden.write(pacing(0.2, Duration.ofSeconds(1)))).isEqualTo(Golden.text("pacing.json"));
        assertThat(Golden.read("pacing.json", Pacing.class)).isEqualTo(pacing(0.2, Duration.ofSeconds(1)));
    }

    @Test
    void missingValuesOfOlderWorkersComeFromTheServer() {
        Pacing older = Golden.read("pacing-smallest.json", Pacing.class);
        assertThat(older).isEqualTo(new Pacing(0.2, List.of(), null, null));
        assertThat(older.after(2, () -> BACKOFF, chance(0.5))).isEqualTo(Duration.ofSeconds(20));
    }
}
