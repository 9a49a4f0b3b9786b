package dev.durahook.workflows.processing;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.attempt.UnscheduledActivity;
import dev.durahook.workflows.body.BodyArgument;
import dev.durahook.workflows.body.ResultText;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlannedActivity;
import dev.durahook.workflows.text.Excerpt;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.ActivityStub;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowLock;
import java.time.Duration;
import java.util.Optional;

/**
 * Schedules the activities of destinations whose code runs on workers of the application's own, in any language. Such an
 * activity gets the body itself, however large, because only a worker of Durahook knows where to read a stored body.
 */
final class RemoteActivities {

    private static final Duration NEXT_WORKFLOW_TASK = Duration.ofMillis(1);
    private static final String FULL = "HistoryFull";
    private static final String CHANGE = "durahook.full-history";
    private static final String CHANGE_IN_TURN = "durahook.full-history-in-turn";

    // Temporal ends a workflow whose history has more than 50 MB. The rest is for the event's other steps.
    private static final long LARGEST_HISTORY = 30_000_000;

    private final WebhookEvent event;
    private final RawValue body;
    private final boolean large;
    private final boolean oneByOne;
    private final WorkflowLock lock = Workflow.newWorkflowLock();

    RemoteActivities(WebhookEvent event, RawValue body, Plan plan) {
        this.event = event;
        this.body = body;
        this.large = BodyArgument.of(body) == null;
        this.oneByOne = large
                && plan.steps().stream().filter(step -> step.activity() != null).count() > 1;
    }

    /**
     * Runs an activity with these options, and returns its result as a text.
     *
     * @throws ActivityFailure if the activity fails, or if the body does not fit into the history once more
     */
    Optional<String> run(PlannedActivity activity, ActivityOptions options) {
        if (large) {
            requireRoom(activity, CHANGE);
        }
        Promise<RawValue> result = oneByOne ? scheduleAlone(activity, options) : schedule(activity, options);
        return Optional.ofNullable(result.get()).flatMap(ResultText::of).map(Excerpt::of);
    }

    // The version is recorded only if there is no room. Runs of earlier versions did not check again when it was the
    // activity's turn to be scheduled.
    private static void requireRoom(PlannedActivity activity, String change) {
        if (Workflow.getInfo().getHistorySize() > LARGEST_HISTORY
                && Workflow.getVersion(change, Workflow.DEFAULT_VERSION, 1) == 1) {
            throw historyFull(activity);
        }
    }

    // A new run, with an empty history, begins by itself once every step has ended or is parked.
    private static ActivityFailure historyFull(PlannedActivity activity) {
        return UnscheduledActivity.failure(
                activity.type(),
                ApplicationFailure.newNonRetryableFailure(
                        "the body is large, and the history of this run has no room for it once more; send retry when the"
                                + " event's other steps have ended or are parked",
                        FULL));
    }

    private Promise<RawValue> schedule(PlannedActivity activity, ActivityOptions options) {
        ActivityStub stub = Workflow.newUntypedActivityStub(ActivityOptions.newBuilder(options)
                .setTaskQueue(activity.taskQueue())
                .setScheduleToStartTimeout(DestinationStep.LONGEST_WAIT_FOR_A_WORKER)
                .build());
        return stub.executeAsync(activity.type(), RawValue.class, event, body);
    }

    // Two large bodies in one workflow task are more than one message to Temporal may hold (4 MB), and the task would
    // fail again and again.
    private Promise<RawValue> scheduleAlone(PlannedActivity activity, ActivityOptions options) {
        lock.lock();
        try {
            // The activities before this one have filled the history meanwhile.
            requireRoom(activity, CHANGE_IN_TURN);
            Promise<RawValue> result = schedule(activity, options);
            Workflow.sleep(NEXT_WORKFLOW_TASK);
            return result;
        } finally {
            lock.unlock();
        }
    }
}
