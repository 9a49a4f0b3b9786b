package dev.durahook.benchmarks.load.server;

import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.util.List;

/**
 * Counts the actions that Temporal Cloud bills for a history, by
 * <a href="https://docs.temporal.io/evaluate/cloud/actions">its rules</a>. An action is a start, a scheduled activity,
 * a retry of an activity, a timer, a signal, an update or an upsert of search attributes. All markers of one workflow
 * task (local activities, side effects, versions) are one action together. Temporal Cloud also bills activity
 * heartbeats and queries, which are in no history.
 */
final class ActionCount {

    private ActionCount() {}

    static long of(List<HistoryEvent> history) {
        return history.stream().mapToLong(ActionCount::of).sum() + tasksWithMarkers(history);
    }

    private static long of(HistoryEvent event) {
        return switch (event.getEventType()) {
            case EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
                    EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
                    EVENT_TYPE_TIMER_STARTED,
                    EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
                    EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED,
                    EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES -> 1;
            case EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_INITIATED -> 2;
            case EVENT_TYPE_ACTIVITY_TASK_STARTED ->
                event.getActivityTaskStartedEventAttributes().getAttempt() - 1L;
            case EVENT_TYPE_WORKFLOW_TASK_COMPLETED ->
                event.getWorkflowTaskCompletedEventAttributes()
                        .getMeteringMetadata()
                        .getNonfirstLocalActivityExecutionAttempts();
            default -> 0;
        };
    }

    private static long tasksWithMarkers(List<HistoryEvent> history) {
        return history.stream()
                .filter(event -> event.getEventType() == EventType.EVENT_TYPE_MARKER_RECORDED)
                .map(event -> event.getMarkerRecordedEventAttributes().getWorkflowTaskCompletedEventId())
                .distinct()
                .count();
    }
}
