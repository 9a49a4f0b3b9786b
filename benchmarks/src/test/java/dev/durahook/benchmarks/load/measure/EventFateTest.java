package dev.durahook.benchmarks.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.benchmarks.load.server.StoredEvent;
import dev.durahook.benchmarks.load.traffic.Answer;
import dev.durahook.benchmarks.load.traffic.SentEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventFateTest {

    private static final StoredEvent COMPLETED = new StoredEvent("github:1", true, 90);
    private static final StoredEvent RUNNING = new StoredEvent("github:1", false, 0);

    @Test
    void eventWithOneEffectAndOneCompletedWorkflowIsInOrder() {
        EventFate fate = fate(Answer.STORED, List.of(80L), List.of(COMPLETED));

        assertThat(fate.isLost()).isFalse();
        assertThat(fate.isRepeated()).isFalse();
        assertThat(fate.untilEffect()).hasValue(70);
        assertThat(fate.done()).isEqualTo(90);
    }

    @Test
    void acceptedEventWithoutWorkflowIsLost() {
        assertThat(fate(Answer.STORED, List.of(80L), List.of()).isLost()).isTrue();
    }

    @Test
    void acceptedEventWithoutEffectIsLost() {
        assertThat(fate(Answer.STORED, List.of(), List.of(COMPLETED)).isLost()).isTrue();
    }

    @Test
    void acceptedEventWhoseWorkflowDoesNotCompleteIsLost() {
        assertThat(fate(Answer.STORED, List.of(80L), List.of(RUNNING)).isLost()).isTrue();
    }

    @Test
    void secondEffectIsARepetition() {
        assertThat(fate(Answer.STORED, List.of(80L, 81L), List.of(COMPLETED)).isRepeated())
                .isTrue();
    }

    @Test
    void secondWorkflowIsARepetition() {
        assertThat(fate(Answer.STORED, List.of(80L), List.of(COMPLETED, COMPLETED))
                        .isRepeated())
                .isTrue();
    }

    @Test
    void refusedEventMayBeStoredOrNot() {
        EventFate stored = fate(Answer.REFUSED, List.of(80L), List.of(COMPLETED));
        EventFate absent = fate(Answer.REFUSED, List.of(), List.of());

        assertThat(List.of(stored, absent)).noneMatch(EventFate::isLost).noneMatch(EventFate::isRepeated);
        assertThat(stored.isStoredUnknown()).isTrue();
        assertThat(absent.isStoredUnknown()).isFalse();
    }

    @Test
    void eventThatNoWorkerTakesNeedsOnlyBeStored() {
        SentEvent sent = new SentEvent("github:1", 10, 20, Answer.STORED);

        assertThat(new EventFate(sent, List.of(), List.of(RUNNING), false).isLost())
                .isFalse();
        assertThat(new EventFate(sent, List.of(), List.of(), false).isLost()).isTrue();
    }

    private static EventFate fate(Answer answer, List<Long> effects, List<StoredEvent> runs) {
        return new EventFate(new SentEvent("github:1", 10, 20, answer), effects, runs, true);
    }
}
