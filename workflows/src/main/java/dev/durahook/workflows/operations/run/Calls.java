package dev.durahook.workflows.operations.run;

import dev.durahook.workflows.operations.OperationActivities;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/**
 * The activities of an operation. They are tried until Temporal's own services answer, because an operation that has
 * begun should also end. Only for workflow code.
 */
final class Calls {

    private static final RetryOptions UNTIL_ANSWERED = RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofSeconds(1))
            .setMaximumInterval(Duration.ofSeconds(30))
            .build();

    // An activity whose worker died is missed after the heartbeat's time-out. One event takes up to five calls of ten
    // seconds each.
    private static final ActivityOptions ACTING = ActivityOptions.newBuilder()
            .setStartToCloseTimeout(Duration.ofMinutes(30))
            .setHeartbeatTimeout(Duration.ofSeconds(60))
            .setRetryOptions(UNTIL_ANSWERED)
            .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
            .build();

    private static final ActivityOptions ASKING = ActivityOptions.newBuilder()
            .setStartToCloseTimeout(Duration.ofMinutes(1))
            .setRetryOptions(UNTIL_ANSWERED)
            .build();

    private Calls() {}

    /** Calls that change nothing. */
    static OperationActivities asking() {
        return Workflow.newActivityStub(OperationActivities.class, ASKING);
    }

    /** The call that acts on events, with a text for the Timeline. */
    static OperationActivities acting(String summary) {
        return Workflow.newActivityStub(
                OperationActivities.class,
                ActivityOptions.newBuilder(ACTING).setSummary(summary).build());
    }
}
