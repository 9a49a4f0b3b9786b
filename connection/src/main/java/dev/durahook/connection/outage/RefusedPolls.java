package dev.durahook.connection.outage;

import dev.durahook.connection.watch.Throttle;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs that Temporal gives a worker no tasks although Temporal answers, for example because a permission is missing, a
 * quota is used up, or a part of the server is down. The SDK's pollers would log this many times a second, in an outage
 * as well, so their lines are switched off by default and this line replaces them.
 *
 * @see <a href="https://github.com/temporalio/sdk-java/issues/1019">sdk-java #1019: log failed polls, but not too
 *     often</a>
 */
final class RefusedPolls implements ClientInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedPolls.class);

    private static final Map<MethodDescriptor<?, ?>, String> TASKS = Map.of(
            WorkflowServiceGrpc.getPollWorkflowTaskQueueMethod(), "workflow",
            WorkflowServiceGrpc.getPollActivityTaskQueueMethod(), "activity",
            WorkflowServiceGrpc.getPollNexusTaskQueueMethod(), "Nexus");

    // Long enough for an outage to be recognised as an outage, and for all parts of a restarted server to be ready.
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PATIENCE_IF_UNAVAILABLE = Duration.ofMinutes(1);
    private static final Duration UNTIL_REPEATED = Duration.ofHours(1);

    private final LongSupplier nanoTime;
    private final Map<String, Long> failingSince = new ConcurrentHashMap<>();
    private final Throttle<String> told;
    private volatile @Nullable WorkflowClient client;
    private volatile @Nullable Outages outages;

    RefusedPolls(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.told = new Throttle<>(UNTIL_REPEATED, nanoTime);
    }

    /** Enables the log lines. The client is set here because the connection is created before its client. */
    void watch(WorkflowClient client, Outages outages) {
        this.client = client;
        this.outages = outages;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        ClientCall<Q, A> call = next.newCall(method, options);
        String tasks = TASKS.get(method);
        return tasks == null ? call : new StatusReportingCall<>(call, (status, trailers) -> ended(tasks, status));
    }

    // A poll that found no task ends with OK. A poll that a worker cancelled or that reached its deadline is ignored.
    private void ended(String tasks, Status status) {
        switch (status.getCode()) {
            case OK -> failingSince.remove(tasks);
            case CANCELLED, DEADLINE_EXCEEDED -> {}
            case UNAVAILABLE -> failed(tasks, status, PATIENCE_IF_UNAVAILABLE);
            default -> failed(tasks, status, PATIENCE);
        }
    }

    private void failed(String tasks, Status status, Duration patience) {
        long now = nanoTime.getAsLong();
        long since = failingSince.computeIfAbsent(tasks, first -> now);
        Outages known = outages;
        if (known != null && now - since >= patience.toNanos() && known.areOverFor(patience)) {
            tell(tasks, status);
        }
    }

    private void tell(String tasks, Status status) {
        WorkflowClient asked = client;
        if (asked != null && told.allows(tasks + " " + status.getCode())) {
            LOG.warn(
                    "Temporal answers, but gives this worker no {} tasks: {}",
                    tasks,
                    FailureReason.of(status.asRuntimeException(), asked));
        }
    }
}
