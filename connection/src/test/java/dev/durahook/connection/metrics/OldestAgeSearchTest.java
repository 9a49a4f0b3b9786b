package dev.durahook.connection.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OldestAgeSearchTest {

    private final AtomicInteger questions = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(strings = {"PT1.5S", "PT20S", "PT5M", "PT6H", "P3D", "P300D"})
    void ageIsFoundWithinFivePercentByTenQueries(Duration age) {
        assertThat((double) find(age).toMillis()).isCloseTo(age.toMillis(), Percentage.withPercentage(5));
        assertThat(questions.get()).isLessThanOrEqualTo(10);
    }

    @Test
    void isNeverTooHigh() {
        assertThat(find(Duration.ofHours(1))).isLessThanOrEqualTo(Duration.ofHours(1));
    }

    @Test
    void oneQueryIsEnoughIfNoEventWaits() {
        assertThat(find(Duration.ZERO)).isZero();
        assertThat(questions).hasValue(1);
    }

    @Test
    void ageOverTheLongestIsReportedAsTheLongest() {
        assertThat(find(Duration.ofDays(4_000))).isGreaterThan(Duration.ofDays(380));
    }

    private Duration find(Duration oldest) {
        return OldestAgeSearch.find(age -> {
            questions.incrementAndGet();
            return oldest.compareTo(age) > 0;
        });
    }
}
