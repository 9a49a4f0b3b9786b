package dev.durahook.testing.time;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.util.function.Supplier;

/**
 * Stops the clock when a workflow's code has finished a task, before the server is told so. Otherwise, if nothing but a
 * signal can move the code on, the clock would leap to the end of the time that a workflow may take at all, ten years
 * later.
 */
public record TaskStops(Supplier<SkippingClock> clock) implements ClientInterceptor {

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        if (method.getFullMethodName()
                .equals(WorkflowServiceGrpc.getRespondWorkflowTaskCompletedMethod()
                        .getFullMethodName())) {
            clock.get().stop();
        }
        return next.newCall(method, options);
    }
}
