package dev.durahook.connection;

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
 * Notices when a server may have lost what it had. Two things tell: the connection ended, after which another server may
 * answer; or a call failed in a way that a healthy server with its database does not know. Such a failure is also what a
 * server that was restored answered in the meantime.
 *
 * <p>The SDK renews its connection every minute, which looks the same from here. So a lost connection is only a reason to
 * ask who answers now.
 */
final class LostContact implements ClientInterceptor {

    private static final Set<Status.Code> FAULTS =
            Set.of(Status.Code.UNAVAILABLE, Status.Code.INTERNAL, Status.Code.UNKNOWN, Status.Code.DATA_LOSS);

    // They find nothing only if the namespace is missing.
    private static final Set<MethodDescriptor<?, ?>> OF_THE_NAMESPACE = Set.of(
            WorkflowServiceGrpc.getStartWorkflowExecutionMethod(), WorkflowServiceGrpc.getDescribeNamespaceMethod());

    private volatile @Nullable ServerWatch watch;

    /**
     * Watches a channel.
     *
     * @param watch learns what was noticed
     */
    void watch(ManagedChannel channel, ServerWatch watch) {
        this.watch = watch;
        follow(channel, watch);
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new EndedCall<>(next.newCall(method, options), status -> {
            Status.Code code = status.getCode();
            if (FAULTS.contains(code) || (code == Status.Code.NOT_FOUND && OF_THE_NAMESPACE.contains(method))) {
                failed();
            }
        });
    }

    private void failed() {
        ServerWatch told = watch;
        if (told != null) {
            told.failed();
        }
    }

    // Follows on before it tells: a change in between would otherwise be missed by both.
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
