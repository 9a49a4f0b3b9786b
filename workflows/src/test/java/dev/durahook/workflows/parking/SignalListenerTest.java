package dev.durahook.workflows.parking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Temporal terminates a workflow whose history has more than 51,200 events or 50 MB. */
class SignalListenerTest {

    private static final List<ParkedStep> PARKED = List.of(new ParkedStep(
            "Handle: mail", "busy", 3, null, Instant.parse("2026-11-24T10:15:30Z"), null, "handle:mail"));

    @ParameterizedTest
    @CsvSource({
        "3, 1000, false",
        "40000, 40000000, false",
        "40001, 1000, true",
        "3, 40000001, true",
        "40001, 40000001, true"
    })
    void aRetryNeedsRoomForItsEventsAndItsBytes(long events, long bytes, boolean lacksRoom) {
        assertThat(SignalListener.lacksRoom(PARKED, events, bytes)).isEqualTo(lacksRoom);
    }

    @Test
    void roomDoesNotMatterIfNoStepIsParked() {
        assertThat(SignalListener.lacksRoom(List.of(), 50_000, 49_000_000)).isFalse();
    }
}
