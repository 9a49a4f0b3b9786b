package dev.durahook.benchmarks.load.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.ActivityTaskStartedEventAttributes;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.MarkerRecordedEventAttributes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples follow https://docs.temporal.io/evaluate/cloud/actions. */
class HistoryCostTest {

    private static final HistoryEvent STARTED = event(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED);
    private static final HistoryEvent SCHEDULED = event(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED);

    @Test
    void startAndActivityAreTwoActions() {
        List<HistoryEvent> history = List.of(
                STARTED,
                event(EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED),
                event(EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED),
                SCHEDULED,
                attempt(1),
                event(EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED),
                event(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED));

        assertThat(HistoryCost.of(history)).isEqualTo(new HistoryCost(7, 2));
    }

    @Test
    void everyAttemptIsAnAction() {
        assertThat(HistoryCost.of(List.of(STARTED, SCHEDULED, attempt(4))).actions())
                .isEqualTo(5);
    }

    @Test
    void markersOfOneWorkflowTaskAreOneAction() {
        assertThat(HistoryCost.of(List.of(STARTED, marker(4), marker(4), marker(9)))
                        .actions())
                .isEqualTo(3);
    }

    private static HistoryEvent attempt(int number) {
        return HistoryEvent.newBuilder()
                .setEventType(EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED)
                .setActivityTaskStartedEventAttributes(
                        ActivityTaskStartedEventAttributes.newBuilder().setAttempt(number))
                .build();
    }

    private static HistoryEvent marker(long task) {
        return HistoryEvent.newBuilder()
                .setEventType(EventType.EVENT_TYPE_MARKER_RECORDED)
                .setMarkerRecordedEventAttributes(
                        MarkerRecordedEventAttributes.newBuilder().setWorkflowTaskCompletedEventId(task))
                .build();
    }

    private static HistoryEvent event(EventType type) {
        return HistoryEvent.newBuilder().setEventType(type).build();
    }
}
