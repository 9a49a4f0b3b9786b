package dev.durahook.receiver.acceptance.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.acceptance.start.Acceptance.Cause;
import dev.durahook.receiver.acceptance.start.Acceptance.NotStored;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.ResourceExhaustedCause;
import io.temporal.api.enums.v1.ResourceExhaustedScope;
import io.temporal.api.errordetails.v1.ResourceExhaustedFailure;
import io.temporal.serviceclient.StatusUtils;
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

    @ParameterizedTest
    @CsvSource({
        "RPS_LIMIT, NAMESPACE, OVER_QUOTA",
        "RPS_LIMIT, UNSPECIFIED, OVER_QUOTA",
        "CONCURRENT_LIMIT, NAMESPACE, OVER_QUOTA",
        "APS_LIMIT, NAMESPACE, OVER_QUOTA",
        "OPS_LIMIT, NAMESPACE, OVER_QUOTA",
        "PERSISTENCE_LIMIT, NAMESPACE, OVER_QUOTA",
        "PERSISTENCE_STORAGE_LIMIT, NAMESPACE, OVER_QUOTA",
        "RPS_LIMIT, SYSTEM, OVERLOADED",
        "PERSISTENCE_LIMIT, SYSTEM, OVERLOADED",
        "SYSTEM_OVERLOADED, SYSTEM, OVERLOADED",
        "SYSTEM_OVERLOADED, UNSPECIFIED, OVERLOADED",
        "BUSY_WORKFLOW, NAMESPACE, OVERLOADED",
        "CIRCUIT_BREAKER_OPEN, NAMESPACE, OVERLOADED",
        "UNSPECIFIED, UNSPECIFIED, RESOURCE_EXHAUSTED"
    })
    void anExhaustedResourceIsTheNamespacesOrTheServers(String told, String scope, Cause cause) {
        StatusRuntimeException failure = StatusUtils.newException(
                Status.RESOURCE_EXHAUSTED.withDescription("slow down"),
                ResourceExhaustedFailure.newBuilder()
                        .setCause(ResourceExhaustedCause.valueOf("RESOURCE_EXHAUSTED_CAUSE_" + told))
                        .setScope(ResourceExhaustedScope.valueOf("RESOURCE_EXHAUSTED_SCOPE_" + scope))
                        .build(),
                ResourceExhaustedFailure.getDescriptor());

        assertThat(StartFailures.explain(failure).cause()).isEqualTo(cause);
        assertThat(StartFailures.explain(failure).detail()).contains("slow down");
    }

    @Test
    void aQuotaIsNamed() {
        StatusRuntimeException failure = StatusUtils.newException(
                Status.RESOURCE_EXHAUSTED.withDescription("namespace rate limit exceeded"),
                ResourceExhaustedFailure.newBuilder()
                        .setCause(ResourceExhaustedCause.RESOURCE_EXHAUSTED_CAUSE_RPS_LIMIT)
                        .build(),
                ResourceExhaustedFailure.getDescriptor());

        assertThat(StartFailures.explain(failure).detail())
                .isEqualTo("the namespace is over its quota: RESOURCE_EXHAUSTED: namespace rate limit exceeded");
    }

    @Test
    void messageThatIsTooLargeIsNotAQuota() {
        Throwable failure = Status.RESOURCE_EXHAUSTED
                .withDescription("grpc: received message larger than max (5000000 vs. 4194304)")
                .asRuntimeException();

        assertThat(StartFailures.explain(failure).cause()).isEqualTo(Cause.REFUSED);
    }

    @Test
    void aCallThatRanOutOfTimeIsCancelledByTheClient() {
        assertThat(StartFailures.explain(new CancellationException()).cause()).isEqualTo(Cause.DEADLINE_EXCEEDED);
    }

    @Test
    void anythingElseCountsAsUnavailableAndNamesItsPlace() {
        NotStored explained = StartFailures.explain(new IllegalArgumentException("order 17"));

        assertThat(explained.cause()).isEqualTo(Cause.UNAVAILABLE);
        assertThat(explained.detail())
                .startsWith("the start failed without an answer from Temporal: java.lang.IllegalArgumentException at "
                        + StartFailuresTest.class.getName())
                .doesNotContain("17");
    }
}
