package dev.durahook.testing.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelaysTest {

    @ParameterizedTest
    @CsvSource({
        // skipped at once
        "10000, 10000, 5, true",
        // a tenth
        "10000, 9000, 5, true",
        "10000, 8900, 5, false",
        "10000, 11000, 5, true",
        "10000, 11100, 5, false",
        "10000, 20000, 900, false",
        // this machine stood still for seven seconds
        "10000, 17000, 7005, true",
        "10000, 10000, 7005, true",
        "10000, 27000, 7005, false",
        "10000, 8900, 7005, false"
    })
    void areAsLongAsDeclared(int declared, int length, int real, boolean match) {
        AttemptWait wait = new AttemptWait(Duration.ofMillis(length), Duration.ofMillis(real));

        assertThat(Delays.match(List.of(Duration.ofMillis(declared)), List.of(wait)))
                .isEqualTo(match);
    }

    @Test
    void areAsManyAsDeclared() {
        AttemptWait wait = new AttemptWait(Duration.ofSeconds(1), Duration.ZERO);

        assertThat(Delays.match(List.of(Duration.ofSeconds(1)), List.of(wait))).isTrue();
        assertThat(Delays.match(List.of(Duration.ofSeconds(1)), List.of(wait, wait)))
                .isFalse();
        assertThat(Delays.match(List.of(), List.of(wait))).isFalse();
    }
}
