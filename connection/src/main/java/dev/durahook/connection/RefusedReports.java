package dev.durahook.connection;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says that Temporal refuses the report of an attempt, such as a result that is too large: the attempt is made again
 * once its time is over. In an outage each attempt that was at work would be named in a line of the SDK's with a stack
 * trace, so those lines are left out by default and this one takes their place.
 */
final class RefusedReports implements ClientInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedReports.class);

    private static final Set<MethodDescriptor<?, ?>> REPORTS = Set.of(
            WorkflowServiceGrpc.getRespondActivityTaskCompletedMethod(),
            WorkflowServiceGrpc.getRespondActivityTaskFailedMethod());

    // The first ones the SDK reports again for a minute, and an outage is said elsewhere. An attempt is not found if
    // Temporal
    // no longer waits for it: its time is over, or its event has ended.
    private static final Set<Status.Code> NO_REFUSAL = Set.of(
            Status.Code.OK,
            Status.Code.UNAVAILABLE,
            Status.Code.DEADLINE_EXCEEDED,
            Status.Code.CANCELLED,
            Status.Code.ABORTED,
            Status.Code.INTERNAL,
            Status.Code.UNKNOWN,
            Status.Code.NOT_FOUND);

    private static final Duration AT_LEAST = Duration.ofMinutes(1);

    private final LongSupplier nanoTime;
    private final Map<Status.Code, Long> toldAt = new ConcurrentHashMap<>();
    private volatile @Nullable WorkflowClient client;

    RefusedReports(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Speaks from now on. The connection is older than its client. */
    void watch(WorkflowClient client) {
        this.client = client;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        ClientCall<Q, A> call = next.newCall(method, options);
        return REPORTS.contains(method) ? new StatusReportingCall<>(call, this::ended) : call;
    }

    private void ended(Status status) {
        WorkflowClient asked = client;
        if (asked == null || NO_REFUSAL.contains(status.getCode())) {
            return;
        }
        long now = nanoTime.getAsLong();
        toldAt.compute(status.getCode(), (code, last) -> {
            if (last != null && now - last < AT_LEAST.toNanos()) {
                return last;
            }
            LOG.warn(
                    "Temporal refuses the report of an attempt, so the attempt will be made again: {}",
                    FailureReason.of(status.asRuntimeException(), asked));
            return now;
        });
    }
}
