package dev.durahook.workflows.size;

import dev.durahook.workflows.attempt.UnscheduledActivity;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.RetryState;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor.ChildWorkflowInput;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.Workflow;

/** The failures of what Temporal would not take. No further attempt is made. */
final class TooLarge {

    private static final String ARGUMENTS = "ArgumentsTooLarge";
    private static final String RESULT = "ResultTooLarge";

    private TooLarge() {}

    /** The failure of an activity that can't be scheduled. */
    static ActivityFailure activity(String type) {
        return UnscheduledActivity.failure(type, arguments(type));
    }

    /** The failure of a child workflow that can't be started. */
    static ChildWorkflowFailure child(ChildWorkflowInput<?> child) {
        return new ChildWorkflowFailure(
                0,
                0,
                child.getWorkflowType(),
                WorkflowExecution.newBuilder()
                        .setWorkflowId(child.getWorkflowId())
                        .build(),
                Workflow.getInfo().getNamespace(),
                RetryState.RETRY_STATE_NON_RETRYABLE_FAILURE,
                arguments(child.getWorkflowType()));
    }

    /** The failure of a call with these arguments. */
    static ApplicationFailure arguments(String receiver) {
        return failure(
                "the arguments of " + receiver + " are",
                "pass less, such as the place where they are stored",
                ARGUMENTS);
    }

    /** The failure of a side effect. */
    static ApplicationFailure sideEffect() {
        return failure("the value of a side effect is", "use an activity that stores the value elsewhere", RESULT);
    }

    /** The failure of a workflow or an update with this result. */
    static ApplicationFailure result(String returning) {
        return failure(
                "the result of " + returning + " is", "return less, such as the place where it is stored", RESULT);
    }

    // Says no numbers, because the limit and the size may be others in a replay.
    private static ApplicationFailure failure(String what, String remedy, String type) {
        return ApplicationFailure.newNonRetryableFailure(what + " larger than Temporal takes: " + remedy, type);
    }
}
