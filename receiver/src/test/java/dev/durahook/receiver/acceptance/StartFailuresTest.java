package dev.durahook.receiver.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.acceptance.Acceptance.Cause;
import io.grpc.Status;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartFailuresTest {

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE, UNAVAILABLE",
        "INTERNAL, UNAVAILABLE",
        "UNKNOWN, UNAVAILABLE",
        "ABORTED, UNAVAILABLE",
        "DEADLINE_EXCEEDED, DEADLINE_EXCEEDED",
        "CANCELLED, DEADLINE_EXCEEDED",
        "RESOURCE_EXHAUSTED, RESOURCE_EXHAUSTED",
        "PERMISSION_DENIED, REFUSED",
        "UNAUTHENTICATED, REFUSED",
        "NOT_FOUND, REFUSED",
        "INVALID_ARGUMENT, REFUSED",
        "FAILED_PRECONDITION, REFUSED",
        "UNIMPLEMENTED, REFUSED"
    })
    void everyStatusHasACause(Status.Code code, Cause cause) {
        Throwable failure = new IllegalStateException(code.toStatus().asRuntimeException());

        assertThat(StartFailures.explain(failure).cause()).isEqualTo(cause);
    }

    @Test
    void aCallThatRanOutOfTimeIsCancelledByTheClient() {
        assertThat(StartFailures.explain(new CancellationException()).cause()).isEqualTo(Cause.DEADLINE_EXCEEDED);
    }

    @Test
    void anythingElseCountsAsUnavailable() {
        assertThat(StartFailures.explain(new IllegalArgumentException("x")).cause())
                .isEqualTo(Cause.UNAVAILABLE);
    }
}
