package dev.durahook.connection.outage;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a connection on which a call got no answer in time. A firewall that has forgotten a connection drops its
 * packets silently, and gRPC would go on using the connection until a keep-alive fails.
 *
 * <p>The channel becomes idle: the next call opens a new connection, and calls in flight, such as a worker's long
 * polls, end on the old one. The SDK does the same every minute to spread its load.
 */
final class StaleConnections implements ClientInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(StaleConnections.class);

    // Long enough for a TLS handshake with a busy server, which the next reset would cut short.
    private static final long INTERVAL = Duration.ofSeconds(2).toNanos();

    // These calls wait for a worker or for an event, and end in DEADLINE_EXCEEDED even on a healthy connection.
    private static final Set<MethodDescriptor<?, ?>> WAITING = Set.of(
            WorkflowServiceGrpc.getGetWorkflowExecutionHistoryMethod(),
            WorkflowServiceGrpc.getQueryWorkflowMethod(),
            WorkflowServiceGrpc.getUpdateWorkflowExecutionMethod(),
            WorkflowServiceGrpc.getPollWorkflowExecutionUpdateMethod());

    private final AtomicLong lastReset = new AtomicLong(System.nanoTime() - INTERVAL);
    private volatile @Nullable ManagedChannel channel;

    /** Sets the channel whose calls are watched. */
    void watch(ManagedChannel channel) {
        this.channel = channel;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        ClientCall<Q, A> call = next.newCall(method, options);
        return WAITING.contains(method) ? call : reporting(call, System.nanoTime());
    }

    private <Q, A> ClientCall<Q, A> reporting(ClientCall<Q, A> call, long startedAt) {
        return new StatusReportingCall<>(call, (status, trailers) -> {
            if (status.getCode() == Status.Code.DEADLINE_EXCEEDED) {
                unanswered(startedAt);
            }
        });
    }

    // A call that began before the last reset says nothing about the current connection.
    private void unanswered(long startedAt) {
        long now = System.nanoTime();
        long last = lastReset.get();
        if (startedAt - last > 0 && now - last >= INTERVAL && lastReset.compareAndSet(last, now)) {
            reset();
        }
    }

    private void reset() {
        ManagedChannel watched = channel;
        if (watched != null) {
            LOG.debug("Temporal did not answer in time: opening a new connection");
            watched.enterIdle();
        }
    }
}
