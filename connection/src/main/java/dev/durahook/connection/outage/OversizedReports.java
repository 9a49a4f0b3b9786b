package dev.durahook.connection.outage;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.MethodDescriptor;
import io.temporal.api.enums.v1.WorkflowTaskFailedCause;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskFailedRequest;

/**
 * Keeps a workflow whose task's report is too large for one message to Temporal. The SDK then says so to the server, which
 * terminates the workflow for this cause. With another cause the task only fails, and is made again: the workflow may
 * report less then, for example because it gets its updates one by one. Otherwise it stands still until a better version is
 * deployed.
 */
final class OversizedReports implements ClientInterceptor {

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void sendMessage(Q message) {
                super.sendMessage(survivable(message));
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static <Q> Q survivable(Q message) {
        return message instanceof RespondWorkflowTaskFailedRequest failed
                        && failed.getCause()
                                == WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_GRPC_MESSAGE_TOO_LARGE
                ? (Q) failed.toBuilder()
                        .setCause(WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_WORKFLOW_WORKER_UNHANDLED_FAILURE)
                        .build()
                : message;
    }
}
