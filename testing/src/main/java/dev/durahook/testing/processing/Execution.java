package dev.durahook.testing.processing;

import dev.durahook.workflows.parking.EventStatus;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionDescription;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A workflow as it stands, together with the child workflows that it has started.
 *
 * @param history what has happened to it
 * @param description what the server says of it, a moment later
 * @param children all that have started, those that are closed as well
 */
record Execution(
        String id, List<HistoryEvent> history, WorkflowExecutionDescription description, List<Execution> children) {

    // The history first: what is described then is what the workflow has made of everything that it has seen.
    static Execution of(WorkflowClient client, String id) {
        List<HistoryEvent> history = client.fetchHistory(id).getEvents();
        List<Execution> children =
                started(history).map(child -> of(client, child.getWorkflowId())).toList();
        return new Execution(id, history, client.newUntypedWorkflowStub(id).describe(), children);
    }

    String type() {
        return description.getWorkflowType();
    }

    // A run that was continued as new is not the latest for long: the next one is about to appear.
    boolean isClosed() {
        return description.getStatus() != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING
                && description.getStatus() != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW;
    }

    /** Whether neither its code nor that of its children has anything to do until something happens. */
    boolean isIdle() {
        return isClosed()
                || (WorkflowTasks.areDone(type(), history)
                        && OpenEvents.children(history).size() == openChildren().count()
                        && children.stream().allMatch(Execution::isIdle));
    }

    /** Whether it is closed, or nothing is left to be done before an operator decides. */
    boolean isSettled() {
        return isClosed()
                || (isIdle()
                        && hasNoActivities()
                        && (isParked() || waitsForChildrenAlone())
                        && openChildren().allMatch(Execution::isSettled));
    }

    /** Whether time alone brings it on: a parked one waits for an operator, whatever its timers say. */
    boolean waitsForTime() {
        return !isClosed()
                && (!hasNoActivities()
                        || (!isParked() && !OpenEvents.timers(history).isEmpty())
                        || children.stream().anyMatch(Execution::waitsForTime));
    }

    private boolean hasNoActivities() {
        return description.getRawDescription().getPendingActivitiesCount() == 0;
    }

    boolean isParked() {
        return status().equals(Optional.of(EventStatus.PARKED));
    }

    Optional<String> status() {
        return Optional.ofNullable(description.getTypedSearchAttributes().get(EventStatus.KEY));
    }

    Stream<Execution> openChildren() {
        return children.stream().filter(child -> !child.isClosed());
    }

    /** Its ID, and those of all that it has started. */
    Stream<String> ids() {
        return Stream.concat(Stream.of(id), children.stream().flatMap(Execution::ids));
    }

    /**
     * Checks that the test runs the workflows of all children.
     *
     * @throws AssertionError if it does not
     */
    void requireChildren(Predicate<String> isTaken) {
        for (Execution child : children) {
            if (!isTaken.test(child.type())) {
                throw new AssertionError("The workflow " + type() + " has started a child workflow " + child.type()
                        + ", and no workflow of this test has that name: add its class with with(...)");
            }
            child.requireChildren(isTaken);
        }
    }

    private boolean waitsForChildrenAlone() {
        return openChildren().findAny().isPresent()
                && OpenEvents.timers(history).isEmpty();
    }

    private static Stream<WorkflowExecution> started(List<HistoryEvent> history) {
        return history.stream()
                .filter(HistoryEvent::hasChildWorkflowExecutionStartedEventAttributes)
                .map(event ->
                        event.getChildWorkflowExecutionStartedEventAttributes().getWorkflowExecution());
    }
}
