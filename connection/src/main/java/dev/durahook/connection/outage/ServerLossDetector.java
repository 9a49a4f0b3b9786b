package dev.durahook.connection.outage;

import dev.durahook.connection.server.ServerWatch;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notices when the server may have lost data. There are two signs: the connection ended, so another server may answer
 * from now on; or a call failed in a way that does not happen with a healthy server and its database. A server also
 * answers with such failures while it is being restored from a backup.
 *
 * <p>The SDK itself renews the connection every minute, which looks like a lost connection. So a lost connection is
 * only a reason to ask which server answers now.
 */
final class ServerLossDetector implements ClientInterceptor {

    private static final Set<Status.Code> FAULTS =
            Set.of(Status.Code.UNAVAILABLE, Status.Code.INTERNAL, Status.Code.UNKNOWN, Status.Code.DATA_LOSS);

    // These calls fail with NOT_FOUND only if the namespace is missing.
    private static final Set<MethodDescriptor<?, ?>> NEED_ONLY_A_NAMESPACE = Set.of(
            WorkflowServiceGrpc.getStartWorkflowExecutionMethod(), WorkflowServiceGrpc.getDescribeNamespaceMethod());

    private volatile @Nullable ServerWatch watch;

    /**
     * Watches a channel.
     *
     * @param watch is notified of lost connections and failed calls
     */
    void watch(ManagedChannel channel, ServerWatch watch) {
        this.watch = watch;
        follow(channel, watch);
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new StatusReportingCall<>(next.newCall(method, options), (status, trailers) -> {
            Status.Code code = status.getCode();
            if (FAULTS.contains(code) || (code == Status.Code.NOT_FOUND && NEED_ONLY_A_NAMESPACE.contains(method))) {
                failed();
            }
        });
    }

    private void failed() {
        ServerWatch current = watch;
        if (current != null) {
            current.failed();
        }
    }

    // Waits for the next change before it reports this one: a change in between would otherwise be missed.
    private static void follow(ManagedChannel channel, ServerWatch watch) {
        ConnectivityState from = channel.getState(false);
        if (from == ConnectivityState.SHUTDOWN) {
            return;
        }
        channel.notifyWhenStateChanged(from, () -> {
            boolean isBack = channel.getState(false) == from;
            follow(channel, watch);
            if (from == ConnectivityState.READY || isBack) {
                watch.disconnected();
            }
        });
    }
}
