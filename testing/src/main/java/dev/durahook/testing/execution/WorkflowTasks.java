package dev.durahook.testing.execution;

import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowTaskFailedCause;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.WorkflowTaskFailedEventAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out whether a workflow's code has seen everything that has happened. Temporal gives the workflow a task
 * whenever something has happened to it.
 */
final class WorkflowTasks {

    private static final Set<EventType> STATES = Set.of(
            EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
            EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
            EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED);

    // The failures that the workflow's code causes. Other failures pass by themselves, such as the failure of a thread
    // that got no processor for a long time.
    private static final Set<WorkflowTaskFailedCause> BLAMED = Set.of(
            WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_NON_DETERMINISTIC_ERROR,
            WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_WORKFLOW_WORKER_UNHANDLED_FAILURE);
    private static final String STARVED = "PotentialDeadlockException";

    private WorkflowTasks() {}

    /**
     * Whether the code has seen everything that has happened.
     *
     * @param type the workflow's type, for the message
     * @throws AssertionError if the code fails
     */
    static boolean areDone(String type, List<HistoryEvent> history) {
        List<HistoryEvent> open = history.stream()
                .filter(event -> STATES.contains(event.getEventType()))
                .collect(Collectors.collectingAndThen(Collectors.toList(), WorkflowTasks::afterTheLastCompleted));
        open.forEach(event -> requireNoFailure(type, event.getWorkflowTaskFailedEventAttributes()));
        return open.isEmpty();
    }

    /** The task queue from which no worker has taken the workflow's task. Empty if a worker has taken the task. */
    static Optional<String> untakenQueue(List<HistoryEvent> history) {
        HistoryEvent last = history.get(history.size() - 1);
        return last.hasWorkflowTaskScheduledEventAttributes()
                ? Optional.of(last.getWorkflowTaskScheduledEventAttributes()
                        .getTaskQueue()
                        .getName())
                : Optional.empty();
    }

    private static List<HistoryEvent> afterTheLastCompleted(List<HistoryEvent> states) {
        int last = states.stream()
                .map(HistoryEvent::getEventType)
                .toList()
                .lastIndexOf(EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED);
        return states.subList(last + 1, states.size());
    }

    private static void requireNoFailure(String type, WorkflowTaskFailedEventAttributes task) {
        Failure failure = task.getFailure();
        boolean starved = root(failure).getApplicationFailureInfo().getType().endsWith(STARVED);
        if (BLAMED.contains(task.getCause()) && !starved) {
            throw new AssertionError("The code of the workflow " + type
                    + " fails. A worker would try it again until a better version is deployed: "
                    + describe(root(failure)));
        }
    }

    // The root failure is wrapped in failures of the worker itself.
    private static Failure root(Failure failure) {
        return failure.hasCause() ? root(failure.getCause()) : failure;
    }

    private static String describe(Failure failure) {
        return failure.getApplicationFailureInfo().getType() + ": " + failure.getMessage() + "\n"
                + failure.getStackTrace();
    }
}
