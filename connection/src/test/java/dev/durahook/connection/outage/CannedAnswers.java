package dev.durahook.connection.outage;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Ends each call at once, without a server. */
final class CannedAnswers implements ClientInterceptor {

    // The first call of the SDK. If it failed, the SDK would make no other call.
    private static final MethodDescriptor<?, ?> SYSTEM_INFO = WorkflowServiceGrpc.getGetSystemInfoMethod();

    private final List<Object> sent = new CopyOnWriteArrayList<>();
    private volatile Status answer = Status.OK;

    /** A connection whose calls end here, and on their way pass an interceptor that a test watches. */
    WorkflowServiceStubs connection(ClientInterceptor watched) {
        return WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget("127.0.0.1:1")
                .addGrpcClientInterceptor(this)
                .addGrpcClientInterceptor(watched)
                .build());
    }

    /** From now on each call ends with this status, except the SDK's call for the system information. */
    void answer(Status status) {
        answer = status;
    }

    /** The messages of this type that were sent. */
    <M> List<M> sent(Class<M> type) {
        return sent.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                Status now = method.equals(SYSTEM_INFO) ? Status.OK : answer;
                if (now.isOk()) {
                    listener.onMessage(method.parseResponse(new ByteArrayInputStream(new byte[0])));
                }
                listener.onClose(now, new Metadata());
            }

            @Override
            public void request(int messages) {}

            @Override
            public void sendMessage(Q message) {
                sent.add(message);
            }

            @Override
            public void halfClose() {}
        };
    }
}
