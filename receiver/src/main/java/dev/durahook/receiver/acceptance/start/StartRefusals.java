package dev.durahook.receiver.acceptance.start;

import dev.durahook.connection.outage.StatusReportingCall;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.spring.boot.TemporalOptionsCustomizer;

/**
 * Notes in each {@link WorkflowStart} why Temporal refused an attempt. Temporal's client does not report refusals while
 * it retries, and after an exceeded quota it sleeps for longer than a sender waits.
 */
public final class StartRefusals
        implements ClientInterceptor, TemporalOptionsCustomizer<WorkflowServiceStubsOptions.Builder> {

    @Override
    public WorkflowServiceStubsOptions.Builder customize(WorkflowServiceStubsOptions.Builder options) {
        return options.addGrpcClientInterceptor(this);
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        ClientCall<Q, A> call = next.newCall(method, options);
        WorkflowStart start = WorkflowStart.CURRENT.get();
        return start == null
                ? call
                : new StatusReportingCall<>(call, (status, trailers) -> report(start, status, trailers));
    }

    private static void report(WorkflowStart start, Status status, Metadata trailers) {
        switch (status.getCode()) {
            case UNAVAILABLE, RESOURCE_EXHAUSTED, ABORTED, INTERNAL, UNKNOWN ->
                start.refused(StartFailures.explain(status.asRuntimeException(trailers)));
            default -> {
                // The client reports other statuses to its caller at once; an expired deadline needs no reason.
            }
        }
    }
}
