package dev.durahook.receiver.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampUnitTest {

    private static final Instant INSTANT = Instant.parse("2023-11-14T22:13:20Z");

    @Test
    void readsEachForm() {
        assertThat(TimestampUnit.SECONDS.parse("1700000000")).contains(INSTANT);
        assertThat(TimestampUnit.MILLISECONDS.parse("1700000000000")).contains(INSTANT);
        assertThat(TimestampUnit.RFC3339.parse("2023-11-14T22:13:20Z")).contains(INSTANT);
        assertThat(TimestampUnit.RFC3339.parse("2023-11-15T00:13:20.000+02:00")).contains(INSTANT);
        assertThat(TimestampUnit.RFC3339.parse("2023-11-14T22:13:20.123456789Z"))
                .contains(INSTANT.plusNanos(123_456_789));
    }

    @Test
    void readsTheLargestNumberItTakes() {
        assertThat(TimestampUnit.SECONDS.parse("9".repeat(11))).isPresent();
        assertThat(TimestampUnit.MILLISECONDS.parse("9".repeat(14))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "' '",
        "x",
        "-1",
        "+1",
        "1.0",
        "1e3",
        "0x1",
        "' 1'",
        "'1 '",
        "١",
        "999999999999999",
        "18446744073709551616"
    })
    void readsNoOtherNumber(String text) {
        assertThat(TimestampUnit.SECONDS.parse(text)).isEmpty();
        assertThat(TimestampUnit.MILLISECONDS.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2023-11-14T22:13:20",
        "2023-11-14 22:13:20Z",
        "2023-13-14T22:13:20Z",
        "2023-02-30T22:13:20Z",
        "+999999999-01-01T00:00:00Z",
        "2023-11-14T22:13:20Z[UTC]",
        "--------------------",
        "1700000000"
    })
    void readsNoOtherDate(String text) {
        assertThat(TimestampUnit.RFC3339.parse(text)).isEmpty();
    }
}
