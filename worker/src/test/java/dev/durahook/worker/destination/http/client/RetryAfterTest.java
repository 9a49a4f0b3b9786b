package dev.durahook.worker.destination.http.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120|2m",
                "' 7 '|7s",
                "86400|60m",
                "999999999999999999|60m",
                "9999999999999999999999|60m",
                "0000000000000000000120|2m",
                "Tue, 24 Nov 2026 08:01:30 GMT|90s",
                "Tuesday, 24-Nov-26 08:01:30 GMT|90s",
                "Tue Nov 24 08:01:30 2026|90s",
                "Tue, 24 Nov 2027 08:01:30 GMT|60m"
            })
    void waitIsHonouredUpToTheLimit(String value, String expected) {
        assertThat(wait(value)).contains(Duration.parse("PT" + expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "1e3", "soon", "", "Tue, 24 Nov 2026 07:59:59 GMT", "２"})
    void pastOrUnreadableValueIsIgnored(String value) {
        assertThat(wait(value)).isEmpty();
    }

    @Test
    void destinationMayAskForNothing() {
        assertThat(RetryAfter.of(Headers.of(), NOW, Duration.ofHours(1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24T08:00:00Z", "2026-11-24T11:00:00Z", "2025-11-24T08:00:00Z"})
    void dateCountsByTheClockOfTheDestination(Instant now) {
        Headers headers =
                Headers.of("Date", "Tue, 24 Nov 2026 08:00:00 GMT", "Retry-After", "Tue, 24 Nov 2026 08:01:30 GMT");
        assertThat(RetryAfter.of(headers, now, Duration.ofHours(1))).contains(Duration.ofSeconds(90));
    }

    private static Optional<Duration> wait(String value) {
        Headers headers =
                new Headers.Builder().addUnsafeNonAscii("Retry-After", value).build();
        return RetryAfter.of(headers, NOW, Duration.ofHours(1));
    }
}
