package dev.durahook.receiver.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimestampRuleTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000L);
    private static final TimestampRule RULE =
            new TimestampRule(List.of("X-Sign"), ",", "t=", null, TimestampUnit.SECONDS, Duration.ofMinutes(5));

    @Test
    void readsTheTimestampAsItWasWritten() throws Exception {
        assertThat(RULE.read(headers("v1=x,t=01700000000"), NOW)).isEqualTo("01700000000");
    }

    // An attacker who can add an element to the list could choose which element is checked and which is signed.
    @Test
    void readsNoneOfTwo() {
        rejected("t=1700000000,t=1700000000", Rejection.SIGNATURE_MALFORMED, "there is more than one timestamp");
    }

    @Test
    void missesOneInAListOfOthers() {
        rejected("v1=x", Rejection.SIGNATURE_MALFORMED, "header X-Sign has no element that begins with 't='");
    }

    @Test
    void aFractionOfASecondTooLateIsTooLate() {
        assertThatExceptionOfType(NotVerifiedException.class)
                .isThrownBy(() -> RULE.read(headers("t=1699999700"), NOW.plusNanos(1)));
    }

    @Test
    void theFarthestTimestampsAreOutOfTolerance() {
        rejected("t=0", Rejection.TIMESTAMP_OUT_OF_TOLERANCE, "timestamp 1700000000 s old, tolerance 300 s");
        rejected(
                "t=99999999999",
                Rejection.TIMESTAMP_OUT_OF_TOLERANCE,
                "timestamp 98299999999 s ahead, tolerance 300 s");
    }

    private static void rejected(String header, Rejection reason, String detail) {
        assertThatExceptionOfType(NotVerifiedException.class)
                .isThrownBy(() -> RULE.read(headers(header), NOW))
                .satisfies(e -> assertThat(e.verdict()).isEqualTo(new Rejected(reason, detail)));
    }

    private static Headers headers(String value) {
        return Headers.of(Map.of("X-Sign", List.of(value)));
    }
}
