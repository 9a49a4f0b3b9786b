package dev.durahook.workflows.parking;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.RetryState;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.NexusOperationFailure;
import io.temporal.failure.TerminatedFailure;
import io.temporal.failure.TimeoutFailure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FailureTextTest {

    private static final WorkflowExecution SHIP =
            WorkflowExecution.newBuilder().setWorkflowId("ship-17").build();

    @Test
    void causeOfAnActivitysFailureSaysWhatFailed() {
        assertThat(FailureText.of(activity(ApplicationFailure.newFailure("closed", "CardClosed"))))
                .isEqualTo("`closed` (`CardClosed`)");
    }

    @Test
    void activitysFailureWithoutACauseSaysWhatItKnows() {
        assertThat(FailureText.of(activity(null))).contains("activityType='charge'");
    }

    @Test
    void anyOtherFailureSaysItself() {
        assertThat(FailureText.of(new IllegalStateException("odd"))).contains("IllegalStateException: odd");
        assertThat(FailureText.of(new IllegalStateException("odd", new IllegalArgumentException("cause"))))
                .contains("IllegalStateException: odd");
    }

    @Test
    void failureWithoutATypeSaysItsMessage() {
        assertThat(FailureText.of(ApplicationFailure.newFailure("gave up", ""))).isEqualTo("`gave up`");
    }

    // The SDK reports the time-out of a child as a start-to-close-timeout, which is also the key of a policy.
    @Test
    void childThatHasNotFailedByItselfIsNamed() {
        assertThat(FailureText.of(child(new TimeoutFailure(null, null, TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE))))
                .isEqualTo("the child workflow `Ship`, `ship-17`, timed out");
        assertThat(FailureText.of(child(new TerminatedFailure(null, null))))
                .isEqualTo("the child workflow `Ship`, `ship-17`, was terminated");
        assertThat(FailureText.of(child(new CanceledFailure("gone"))))
                .isEqualTo("the child workflow `Ship`, `ship-17`, was cancelled");
        assertThat(FailureText.of(child(new WorkflowExecutionAlreadyStarted(SHIP, "Ship", null))))
                .isEqualTo("the child workflow `Ship`, `ship-17`, could not be started, because a workflow with this ID"
                        + " exists");
    }

    @Test
    void childThatHasFailedSaysWhy() {
        ApplicationFailure closed = ApplicationFailure.newFailure("closed", "PortClosed");
        assertThat(FailureText.of(child(closed))).isEqualTo("`closed` (`PortClosed`)");
        assertThat(FailureText.of(child(activity(closed)))).isEqualTo("`closed` (`PortClosed`)");
        assertThat(FailureText.of(
                        child(activity(new TimeoutFailure(null, null, TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE)))))
                .isEqualTo("timed out (`start-to-close-timeout`)");
    }

    @Test
    void nexusOperationSaysWhyItFailed() {
        assertThat(FailureText.of(nexus(ApplicationFailure.newFailure("declined", "CardDeclined"))))
                .isEqualTo("`declined` (`CardDeclined`)");
        assertThat(FailureText.of(nexus(new TimeoutFailure(null, null, TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE))))
                .isEqualTo("the Nexus operation `charge` of `payments` timed out");
    }

    private static ChildWorkflowFailure child(Throwable cause) {
        return new ChildWorkflowFailure(1, 2, "Ship", SHIP, "default", RetryState.RETRY_STATE_TIMEOUT, cause);
    }

    private static NexusOperationFailure nexus(Throwable cause) {
        return new NexusOperationFailure("failed", 5, "endpoint", "payments", "charge", "token", cause);
    }

    private static ActivityFailure activity(@Nullable Throwable cause) {
        return new ActivityFailure("failed", 1, 2, "charge", "1", RetryState.RETRY_STATE_TIMEOUT, "worker", cause);
    }
}
