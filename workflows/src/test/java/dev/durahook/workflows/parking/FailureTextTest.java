package dev.durahook.workflows.parking;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.enums.v1.RetryState;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FailureTextTest {

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

    private static ActivityFailure activity(@Nullable Throwable cause) {
        return new ActivityFailure("failed", 1, 2, "charge", "1", RetryState.RETRY_STATE_TIMEOUT, "worker", cause);
    }
}
