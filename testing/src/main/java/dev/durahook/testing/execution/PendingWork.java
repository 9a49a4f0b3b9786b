package dev.durahook.testing.execution;

import dev.durahook.workflows.destination.DestinationQueues;
import dev.durahook.workflows.text.DurationText;
import io.temporal.api.enums.v1.PendingActivityState;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.TimerStartedEventAttributes;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes what a workflow and each of its children wait for, for the author of a test whose wait times out. */
public final class PendingWork {

    private static final String INDENT = "  ";

    private final WorkflowClient client;
    private final UnaryOperator<String> remedyForDestination;

    /**
     * Asks the workflows through this client.
     *
     * @param remedyForDestination returns a sentence that says what to do if no worker of the test serves this destination
     */
    public PendingWork(WorkflowClient client, UnaryOperator<String> remedyForDestination) {
        this.client = client;
        this.remedyForDestination = remedyForDestination;
    }

    /** A line for each pending item, and below a child workflow the lines of that child. */
    public String of(Execution execution) {
        String lines = lines(execution).map(line -> "\n" + INDENT + line).collect(Collectors.joining());
        return lines.isEmpty() ? "\n" + INDENT + "its code, which is at work" : lines;
    }

    private Stream<String> lines(Execution execution) {
        List<String> pending = Stream.of(
                        tasks(execution), activities(execution), timers(execution), children(execution))
                .flatMap(Function.identity())
                .toList();
        return Stream.concat(pending.stream(), new CodePosition(client, execution).lines(pending.isEmpty()));
    }

    private static Stream<String> tasks(Execution execution) {
        return WorkflowTasks.untakenQueue(execution.history()).stream()
                .map(queue -> "a worker: no worker of this test takes its tasks from the task queue " + queue);
    }

    private Stream<String> activities(Execution execution) {
        Map<String, String> queues = OpenEvents.activities(execution.history()).stream()
                .map(HistoryEvent::getActivityTaskScheduledEventAttributes)
                .collect(Collectors.toMap(
                        scheduled -> scheduled.getActivityId(),
                        scheduled -> scheduled.getTaskQueue().getName(),
                        (one, other) -> other));
        return execution.description().getRawDescription().getPendingActivitiesList().stream()
                .map(activity -> "the activity " + activity.getActivityType().getName() + ": "
                        + state(activity, queues.getOrDefault(activity.getActivityId(), "")));
    }

    private String state(PendingActivityInfo activity, String queue) {
        if (activity.getState() == PendingActivityState.PENDING_ACTIVITY_STATE_STARTED) {
            return "attempt " + activity.getAttempt() + " is under way" + lastFailure(activity);
        }
        return activity.hasLastFailure()
                ? "attempt " + activity.getAttempt() + " is due" + lastFailure(activity)
                : "no worker of this test has taken it from the task queue " + queue + remedy(queue);
    }

    private static String lastFailure(PendingActivityInfo activity) {
        Failure failure = activity.getLastFailure();
        return activity.hasLastFailure()
                ? "; the one before failed: " + failure.getMessage() + " ("
                        + failure.getApplicationFailureInfo().getType() + ")"
                : "";
    }

    private String remedy(String queue) {
        return DestinationQueues.destination(queue)
                .map(name -> ". " + remedyForDestination.apply(name))
                .orElse("");
    }

    private static Stream<String> timers(Execution execution) {
        return OpenEvents.timers(execution.history()).stream().map(PendingWork::timer);
    }

    private static String timer(HistoryEvent started) {
        TimerStartedEventAttributes timer = started.getTimerStartedEventAttributes();
        Duration duration = Duration.ofSeconds(
                timer.getStartToFireTimeout().getSeconds(),
                timer.getStartToFireTimeout().getNanos());
        Instant start = Instant.ofEpochSecond(started.getEventTime().getSeconds());
        return "a timer of " + DurationText.of(duration) + ", which began at " + start + " of the test's time";
    }

    private Stream<String> children(Execution execution) {
        return execution.openChildren().flatMap(this::child);
    }

    private Stream<String> child(Execution child) {
        String name = "the child workflow " + child.type() + " (" + child.id() + "), which ";
        return child.isParked()
                ? Stream.of(name + "is parked. Decide with child(\"" + child.type() + "\").retry() or discard(...)")
                : Stream.concat(Stream.of(name + "waits for:"), lines(child).map(INDENT::concat));
    }
}
