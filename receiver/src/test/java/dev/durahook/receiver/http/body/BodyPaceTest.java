package dev.durahook.receiver.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class BodyPaceTest {

    private static final BodyPace PACE = new BodyPace(Duration.ofSeconds(20), DataSize.ofBytes(1_000));

    @ParameterizedTest
    @CsvSource({
        "0,      3000,  false",
        "0,      3001,  true",
        "1000,   4000,  false",
        "1000,   4001,  true",
        "5000,   8000,  false",
        "999999, 20000, false",
        "999999, 20001, true"
    })
    void isTooSlowAfterAGraceAtLessThanTheRateOrPastTheDeadline(long bytes, long millis, boolean tooSlow) {
        assertThat(PACE.isTooSlow(bytes, Duration.ofMillis(millis))).isEqualTo(tooSlow);
    }
}
