package dev.durahook.testing.time;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.util.function.Supplier;

/**
 * Stops the clock when a workflow's code has finished a task, before the result reaches the server. Otherwise, if the
 * code waits only for a signal, the clock would leap ten years ahead, to the end of the longest time that a workflow
 * may take.
 */
public record ClockStoppingInterceptor(Supplier<SkippingClock> clock) implements ClientInterceptor {

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
