package dev.durahook.connection;

import io.grpc.ClientCall;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.function.Consumer;

/** A call that reports the code of its final status, before its caller gets the status. */
final class StatusReportingCall<Q, A> extends SimpleForwardingClientCall<Q, A> {

    private final Consumer<Status> ended;

    StatusReportingCall(ClientCall<Q, A> call, Consumer<Status> ended) {
        super(call);
        this.ended = ended;
    }

    @Override
    public void start(Listener<A> listener, Metadata headers) {
        super.start(
                new SimpleForwardingClientCallListener<>(listener) {
                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        ended.accept(status);
                        super.onClose(status, trailers);
                    }
                },
                headers);
    }
}
