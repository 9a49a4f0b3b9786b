package dev.durahook.connection.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @ValueSource(strings = {"PT1.5S", "PT20S", "PT5M", "PT6H", "P3D", "P300D"})
    void sameOldestWorkflowIsFoundAgainByTwoQueries(Duration age) {
        Duration found = find(age);
        for (int refresh = 1; refresh <= 20; refresh++) {
            questions.set(0);
            found = find(age.plusSeconds(30L * refresh), found.plusSeconds(30));
            assertThat((double) found.toMillis())
                    .isCloseTo(age.plusSeconds(30L * refresh).toMillis(), Percentage.withPercentage(5));
            assertThat(questions).hasValue(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"PT2S, P300D", "PT5M, PT20S", "PT6H, PT1.5S", "PT20S, PT23S", "P300D, PT0S", "P500D, PT0.5S"})
    void anotherOldestWorkflowIsFoundByElevenQueries(Duration expected, Duration age) {
        Duration found = find(age, expected);
        if (age.compareTo(Duration.ofSeconds(1)) > 0) {
            assertThat((double) found.toMillis()).isCloseTo(age.toMillis(), Percentage.withPercentage(5));
            assertThat(found).isLessThanOrEqualTo(age);
        } else {
            assertThat(found).isZero();
        }
        assertThat(questions.get()).isLessThanOrEqualTo(11);
    }

    private Duration find(Duration oldest) {
        return find(oldest, Duration.ZERO);
    }

    private Duration find(Duration oldest, Duration expected) {
        return new OldestAgeSearch(age -> {
                    questions.incrementAndGet();
                    return oldest.compareTo(age) > 0;
                })
                .find(expected);
    }
}
