package dev.durahook.worker.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.common.RetryOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptTest {

    @ParameterizedTest
    @CsvSource({"1, 10s", "2, 20s", "3, 40s", "8, 1280s", "9, 1800s", "20, 1800s", "100000, 1800s"})
    void policysOwnWaitGrowsUpToItsLongest(int attempt, String expected) {
        RetryOptions options = RetryOptions.newBuilder()
                .setInitialInterval(Duration.ofSeconds(10))
                .setBackoffCoefficient(2)
                .setMaximumInterval(Duration.ofMinutes(30))
                .build();
        assertThat(Attempt.backoff(options, attempt)).isEqualTo(Duration.parse("PT" + expected));
    }

    @Test
    void longestIsAHundredTimesTheFirstWhereNoneIsDeclared() {
        RetryOptions options = RetryOptions.newBuilder()
                .setInitialInterval(Duration.ofSeconds(1))
                .setBackoffCoefficient(2)
                .build();
        assertThat(Attempt.backoff(options, 50)).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void workerMayNotKnowThePolicy() {
        assertThat(Attempt.backoff(null, 3)).isEqualTo(Duration.ZERO);
    }
}
