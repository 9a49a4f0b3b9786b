package dev.durahook.testing.execution;

import io.temporal.api.history.v1.HistoryEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Finds the history events that began something that has not ended yet. */
final class OpenEvents {

    private static final long NONE = 0;

    private OpenEvents() {}

    /** The events of activities that were scheduled and are not closed. */
    static List<HistoryEvent> activities(List<HistoryEvent> history) {
        return open(history, HistoryEvent::hasActivityTaskScheduledEventAttributes);
    }

    /** The events of timers that are pending. */
    static List<HistoryEvent> timers(List<HistoryEvent> history) {
        return open(history, HistoryEvent::hasTimerStartedEventAttributes);
    }

    /** The events of child workflows that were requested and are not closed. */
    static List<HistoryEvent> children(List<HistoryEvent> history) {
        return open(history, HistoryEvent::hasStartChildWorkflowExecutionInitiatedEventAttributes);
    }

    private static List<HistoryEvent> open(List<HistoryEvent> history, Predicate<HistoryEvent> begins) {
        Map<Long, HistoryEvent> open = new LinkedHashMap<>();
        for (HistoryEvent event : history) {
            if (begins.test(event)) {
                open.put(event.getEventId(), event);
            }
            ended(event).ifPresent(open::remove);
        }
        return List.copyOf(open.values());
    }

    private static OptionalLong ended(HistoryEvent event) {
        long begun = switch (event.getAttributesCase()) {
            case ACTIVITY_TASK_COMPLETED_EVENT_ATTRIBUTES ->
                event.getActivityTaskCompletedEventAttributes().getScheduledEventId();
            case ACTIVITY_TASK_FAILED_EVENT_ATTRIBUTES ->
                event.getActivityTaskFailedEventAttributes().getScheduledEventId();
            case ACTIVITY_TASK_TIMED_OUT_EVENT_ATTRIBUTES ->
                event.getActivityTaskTimedOutEventAttributes().getScheduledEventId();
            case ACTIVITY_TASK_CANCELED_EVENT_ATTRIBUTES ->
                event.getActivityTaskCanceledEventAttributes().getScheduledEventId();
            case TIMER_FIRED_EVENT_ATTRIBUTES ->
                event.getTimerFiredEventAttributes().getStartedEventId();
            case TIMER_CANCELED_EVENT_ATTRIBUTES ->
                event.getTimerCanceledEventAttributes().getStartedEventId();
            default -> endedChild(event);
        };
        return begun == NONE ? OptionalLong.empty() : OptionalLong.of(begun);
    }

    private static long endedChild(HistoryEvent event) {
        return switch (event.getAttributesCase()) {
            case START_CHILD_WORKFLOW_EXECUTION_FAILED_EVENT_ATTRIBUTES ->
                event.getStartChildWorkflowExecutionFailedEventAttributes().getInitiatedEventId();
            case CHILD_WORKFLOW_EXECUTION_COMPLETED_EVENT_ATTRIBUTES ->
                event.getChildWorkflowExecutionCompletedEventAttributes().getInitiatedEventId();
            case CHILD_WORKFLOW_EXECUTION_FAILED_EVENT_ATTRIBUTES ->
                event.getChildWorkflowExecutionFailedEventAttributes().getInitiatedEventId();
            case CHILD_WORKFLOW_EXECUTION_CANCELED_EVENT_ATTRIBUTES ->
                event.getChildWorkflowExecutionCanceledEventAttributes().getInitiatedEventId();
            case CHILD_WORKFLOW_EXECUTION_TIMED_OUT_EVENT_ATTRIBUTES ->
                event.getChildWorkflowExecutionTimedOutEventAttributes().getInitiatedEventId();
            case CHILD_WORKFLOW_EXECUTION_TERMINATED_EVENT_ATTRIBUTES ->
                event.getChildWorkflowExecutionTerminatedEventAttributes().getInitiatedEventId();
            default -> NONE;
        };
    }
}
