package dev.durahook.workflows.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadBackoffTest {

    private static final ActivityOptions OPTIONS = ActivityOptions.newBuilder()
            .setSummary("Book it")
            .setRetryOptions(RetryOptions.newBuilder()
                    .setInitialInterval(Duration.ofSeconds(10))
                    .setBackoffCoefficient(2)
                    .setMaximumInterval(Duration.ofMinutes(30))
                    .setMaximumAttempts(7)
                    .setDoNotRetry("Refused")
                    .build())
            .build();

    @Test
    void eachActivityHasWaitsOfItsOwnWithinTheJitter() {
        List<Long> waits = IntStream.range(0, 1_000)
                .mapToObj(i -> retries(0.2, "run-" + i).getInitialInterval().toMillis())
                .toList();

        assertThat(waits).allMatch(wait -> wait >= 8_000 && wait <= 12_000);
        assertThat(waits).anyMatch(wait -> wait < 8_200).anyMatch(wait -> wait > 11_800);
        assertThat(waits.stream().mapToLong(wait -> wait).average()).hasValueCloseTo(10_000.0, within(200.0));
        assertThat(waits.stream().distinct()).hasSizeGreaterThan(800);
    }

    @Test
    void noActivityLosesMoreThanHalfOfItsWaits() {
        assertThat(IntStream.range(0, 1_000)
                        .mapToObj(
                                i -> retries(1, "run-" + i).getInitialInterval().toMillis()))
                .allMatch(wait -> wait >= 5_000 && wait <= 15_000);
    }

    @Test
    void replayGetsTheSameWaits() {
        assertThat(retries(0.2, "run-1")).isEqualTo(retries(0.2, "run-1"));
    }

    @Test
    void nothingElseChanges() {
        RetryOptions spread = retries(1, "run-1");

        assertThat(RetryOptions.newBuilder(spread)
                        .setInitialInterval(Duration.ofSeconds(10))
                        .setMaximumInterval(Duration.ofMinutes(30))
                        .build())
                .isEqualTo(OPTIONS.getRetryOptions());
        assertThat(spread.getMaximumInterval().toMillis() / 180.0)
                .isCloseTo(spread.getInitialInterval().toMillis(), within(1.0));
    }

    @Test
    void policyWithoutJitterIsKept() {
        assertThat(SpreadBackoff.of(OPTIONS, 0, "run-1")).isSameAs(OPTIONS);
    }

    @Test
    void activityWithoutWaitsIsKept() {
        ActivityOptions bare = ActivityOptions.newBuilder().build();
        ActivityOptions once = ActivityOptions.newBuilder()
                .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
                .build();

        assertThat(SpreadBackoff.of(bare, 0.5, "run-1")).isSameAs(bare);
        assertThat(SpreadBackoff.of(once, 0.5, "run-1")).isSameAs(once);
    }

    @Test
    void waitIsNeverZero() {
        ActivityOptions quick = ActivityOptions.newBuilder()
                .setRetryOptions(RetryOptions.newBuilder()
                        .setInitialInterval(Duration.ofMillis(1))
                        .build())
                .build();

        assertThat(IntStream.range(0, 100)
                        .mapToObj(i -> SpreadBackoff.of(quick, 1, "run-" + i)
                                .getRetryOptions()
                                .getInitialInterval()))
                .allMatch(wait -> wait.toMillis() >= 1);
    }

    private static RetryOptions retries(double jitter, String seed) {
        return SpreadBackoff.of(OPTIONS, jitter, seed).getRetryOptions();
    }
}
