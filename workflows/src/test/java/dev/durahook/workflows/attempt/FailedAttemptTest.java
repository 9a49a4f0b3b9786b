package dev.durahook.workflows.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TerminatedFailure;
import io.temporal.failure.TimeoutFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An attempt reports only failures that Temporal takes. */
class FailedAttemptTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    // Such as the cause of what a client throws that waits for another workflow.
    @Test
    void failureOfAnotherWorkflowIsReportedAsAnApplicationFailure() {
        assertThat(reported(new TimeoutFailure("late", null, TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE))
                        .getType())
                .isEqualTo(TimeoutFailure.class.getName());
        assertThat(reported(new TerminatedFailure("gone", null)).getOriginalMessage())
                .contains("gone");
    }

    private static ApplicationFailure reported(RuntimeException thrown) {
        RuntimeException failure = FailedAttempt.of(thrown, 3, SECOND);
        assertThat(failure).isInstanceOf(ApplicationFailure.class);
        ApplicationFailure application = (ApplicationFailure) failure;
        assertThat(FailedAttempt.in(application)).contains(3);
        assertThat(application.getNextRetryDelay()).isEqualTo(SECOND);
        return application;
    }

    // A detail that is null is read as null, and not as a value of another type.
    @Test
    void failureWhoseOnlyDetailIsNullHasNoNumber() {
        assertThat(FailedAttempt.in(ApplicationFailure.newNonRetryableFailure("gone", "NotFound", (Object) null)))
                .isEmpty();
        ApplicationFailure read = (ApplicationFailure) DefaultDataConverter.STANDARD_INSTANCE.failureToException(
                DefaultDataConverter.STANDARD_INSTANCE.exceptionToFailure(
                        ApplicationFailure.newNonRetryableFailure("gone", "NotFound", (Object) null)));
        assertThat(FailedAttempt.in(read)).isEmpty();
    }

    @Test
    void cancelledAttemptStaysCancelled() {
        CanceledFailure cancelled = new CanceledFailure("cancelled");
        assertThat(FailedAttempt.of(cancelled, 1, SECOND)).isSameAs(cancelled);
    }
}
