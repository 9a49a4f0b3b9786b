package dev.durahook.worker.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedCallTest {

    @ParameterizedTest
    @CsvSource({
        "INVALID_ARGUMENT, 1, true",
        "FAILED_PRECONDITION, 1, true",
        "INTERNAL, 1, true",
        "UNAVAILABLE, 100, false",
        "PERMISSION_DENIED, 100, false",
        "UNAUTHENTICATED, 100, false",
        "RESOURCE_EXHAUSTED, 1, false",
        "RESOURCE_EXHAUSTED, 11, true",
        "DEADLINE_EXCEEDED, 10, false",
        "DEADLINE_EXCEEDED, 11, true"
    })
    void oneEventDoesNotHoldUpTheOthersAndAnOutageFailsNone(Status.Code code, int attempt, boolean isOfTheEvent) {
        assertThat(RefusedCall.isOfTheEvent(refusal(code), attempt)).isEqualTo(isOfTheEvent);
    }

    @ParameterizedTest
    @CsvSource({"INVALID_ARGUMENT"})
    void reasonIsTemporalsAnswer(Status.Code code) {
        assertThat(RefusedCall.reason(refusal(code))).isEqualTo("INVALID_ARGUMENT: signal limit");
    }

    @Test
    void reasonOfAnyOtherFailureIsItsMessageOrItsClass() {
        assertThat(RefusedCall.reason(new IllegalStateException("no such object")))
                .isEqualTo("no such object");
        assertThat(RefusedCall.reason(new IllegalStateException())).contains("IllegalStateException");
        assertThat(RefusedCall.reason(new IllegalStateException("a".repeat(1_000_000))))
                .hasSizeLessThan(10_000);
    }

    private static StatusRuntimeException refusal(Status.Code code) {
        return code.toStatus().withDescription("signal limit").asRuntimeException();
    }
}
