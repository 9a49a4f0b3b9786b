package dev.durahook.benchmarks.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.benchmarks.load.server.StoredRun;
import dev.durahook.benchmarks.load.traffic.SenderAnswer;
import dev.durahook.benchmarks.load.traffic.SentEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventResultTest {

    private static final StoredRun COMPLETED = new StoredRun("github:1", true, 90);
    private static final StoredRun RUNNING = new StoredRun("github:1", false, 0);

    @Test
    void eventWithOneEffectAndOneCompletedWorkflowIsInOrder() {
        EventResult result = result(SenderAnswer.STORED, List.of(80L), List.of(COMPLETED));

        assertThat(result.isLost()).isFalse();
        assertThat(result.isRepeated()).isFalse();
        assertThat(result.untilEffect()).hasValue(70);
        assertThat(result.done()).isEqualTo(90);
    }

    @Test
    void acceptedEventWithoutWorkflowIsLost() {
        assertThat(result(SenderAnswer.STORED, List.of(80L), List.of()).isLost())
                .isTrue();
    }

    @Test
    void acceptedEventWithoutEffectIsLost() {
        assertThat(result(SenderAnswer.STORED, List.of(), List.of(COMPLETED)).isLost())
                .isTrue();
    }

    @Test
    void acceptedEventWhoseWorkflowDoesNotCompleteIsLost() {
        assertThat(result(SenderAnswer.STORED, List.of(80L), List.of(RUNNING)).isLost())
                .isTrue();
    }

    @Test
    void secondEffectIsARepetition() {
        assertThat(result(SenderAnswer.STORED, List.of(80L, 81L), List.of(COMPLETED))
                        .isRepeated())
                .isTrue();
    }

    @Test
    void secondWorkflowIsARepetition() {
        assertThat(result(SenderAnswer.STORED, List.of(80L), List.of(COMPLETED, COMPLETED))
                        .isRepeated())
                .isTrue();
    }

    @Test
    void refusedEventMayBeStoredOrNot() {
        EventResult stored = result(SenderAnswer.REFUSED, List.of(80L), List.of(COMPLETED));
        EventResult absent = result(SenderAnswer.REFUSED, List.of(), List.of());

        assertThat(List.of(stored, absent)).noneMatch(EventResult::isLost).noneMatch(EventResult::isRepeated);
        assertThat(stored.isStoredUnacknowledged()).isTrue();
        assertThat(absent.isStoredUnacknowledged()).isFalse();
    }

    @Test
    void eventThatNoWorkerTakesNeedsOnlyBeStored() {
        SentEvent sent = new SentEvent("github:1", 10, 20, SenderAnswer.STORED);

        assertThat(new EventResult(sent, List.of(), List.of(RUNNING), false).isLost())
                .isFalse();
        assertThat(new EventResult(sent, List.of(), List.of(), false).isLost()).isTrue();
    }

    private static EventResult result(SenderAnswer answer, List<Long> effects, List<StoredRun> runs) {
        return new EventResult(new SentEvent("github:1", 10, 20, answer), effects, runs, true);
    }
}
