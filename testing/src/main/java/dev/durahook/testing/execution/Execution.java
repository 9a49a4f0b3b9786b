package dev.durahook.testing.execution;

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
 * The state of a workflow and of the child workflows that it has started.
 *
 * @param history the history of the workflow
 * @param description the server's description of the workflow, read after the history
 * @param children all children that have started, including closed ones
 */
public record Execution(
        String id, List<HistoryEvent> history, WorkflowExecutionDescription description, List<Execution> children) {

    /**
     * Reads the state of a workflow and of its children from the server. The history is read first, so that the
     * description includes the effects of every event of the history.
     */
    public static Execution of(WorkflowClient client, String id) {
        List<HistoryEvent> history = client.fetchHistory(id).getEvents();
        List<Execution> children =
                started(history).map(child -> of(client, child.getWorkflowId())).toList();
        return new Execution(id, history, client.newUntypedWorkflowStub(id).describe(), children);
    }

    /** The workflow's type. */
    public String type() {
        return description.getWorkflowType();
    }

    /**
     * Whether the workflow has ended. A run that was continued as new is not closed, because the next run is about to
     * appear.
     */
    public boolean isClosed() {
        return description.getStatus() != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING
                && description.getStatus() != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW;
    }

    /**
     * Whether the code of the workflow and of all its children has nothing to do until something happens. A closed
     * workflow is idle too.
     */
    public boolean isIdle() {
        return isClosed()
                || (WorkflowTasks.areDone(type(), history)
                        && OpenEvents.children(history).size() == openChildren().count()
                        && children.stream().allMatch(Execution::isIdle));
    }

    /** Whether the workflow is closed, or has nothing left to do before an operator decides. */
    public boolean isSettled() {
        return isClosed()
                || (isIdle()
                        && hasNoActivities()
                        && (isParked() || waitsForChildrenAlone())
                        && openChildren().allMatch(Execution::isSettled));
    }

    /**
     * Whether the workflow goes on after some time by itself. A parked workflow waits for an operator, even if timers
     * are pending.
     */
    public boolean waitsForTime() {
        return !isClosed()
                && (!hasNoActivities()
                        || (!isParked() && !OpenEvents.timers(history).isEmpty())
                        || children.stream().anyMatch(Execution::waitsForTime));
    }

    private boolean hasNoActivities() {
        return description.getRawDescription().getPendingActivitiesCount() == 0;
    }

    /** Whether the workflow waits for an operator, as its search attribute {@code DurahookStatus} says. */
    public boolean isParked() {
        return status().equals(Optional.of(EventStatus.PARKED));
    }

    /** The value of the search attribute {@code DurahookStatus}; empty if the workflow has not set it. */
    public Optional<String> status() {
        return Optional.ofNullable(description.getTypedSearchAttributes().get(EventStatus.KEY));
    }

    Stream<Execution> openChildren() {
        return children.stream().filter(child -> !child.isClosed());
    }

    /** The ID of the workflow, and the IDs of its children and of their children. */
    public Stream<String> ids() {
        return Stream.concat(Stream.of(id), children.stream().flatMap(Execution::ids));
    }

    /**
     * Checks that the test runs the workflows of all children.
     *
     * @throws AssertionError if the test does not run the workflow of a child
     */
    public void requireChildren(Predicate<String> isTaken) {
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
